import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findProposal, insertProposal, recordDecision } from '../../../moderation/index.ts'
import { newId } from '../../../platform/id.ts'
import { listEntriesAbout } from '../../../record/index.ts'
import type { SignedInPerson } from '../../../testing.ts'
import { moderatorOf } from '../../posting/testing.ts'
import type { ClaimId } from '../model.ts'
import { openClaims } from '../testing.ts'
import { decideClaim } from './decide-claim.ts'
import { findClaim, listClaimedIn } from './store.ts'

const opened = await openClaims()
const { house, db, request, take, post, send, lettersTo, linkTo } = opened
afterAll(house.close)

let moderator: SignedInPerson
beforeAll(async () => {
  moderator = await house.signInAs({ role: 'moderator', process: request.processId })
})

const canary = 'CANARY-OF-A-CLAIM'
const list = `/requests/${request.docket}/claims`
const commentOf = (number: string) =>
  db.selectFrom('docket.comment').selectAll().where('number', '=', number).executeTakeFirstOrThrow()
const kindsAbout = async (number: string) =>
  (await listEntriesAbout(db, (await commentOf(number)).id)).map(({ kind }) => kind)

/** A claim about these comments, confirmed by its link; answers where moderators decide it. */
async function claimed(email: string, ...numbers: string[]): Promise<string> {
  const form = { name: `${canary} Grace`, email, whose: 'mine', words: `${canary} words` }
  await send(`/comments/${numbers[0]}/claim`, { ...form, numbers: numbers.join(' ') })
  await house.post(await linkTo(email), {})
  const { id } = await db
    .selectFrom('docket.claim')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow()
  return `${list}/${id}`
}

const decide = async (url: string, outcome: string, answer: string, ...numbers: string[]) => {
  const ids = await Promise.all(numbers.map(async (number) => (await commentOf(number)).id))
  const fields = [...ids.map((id) => ['comments', id]), ['outcome', outcome], ['answer', answer]]
  return house.app.inject({
    method: 'POST',
    url,
    headers: {
      accept: 'text/html',
      cookie: moderator.cookie,
      'content-type': 'application/x-www-form-urlencoded',
    },
    payload: new URLSearchParams(fields as [string, string][]).toString(),
  })
}

describe('the moderators', () => {
  test('are led to confirmed claims from the first page, and nobody else is', async () => {
    const number = await take()
    const form = { name: 'Grace', email: 'unseen@example.net', whose: 'mine', words: 'No.' }
    await send(`/comments/${number}/claim`, form)
    expect((await house.get('/', moderator.cookie)).body).not.toContain('claim waits')
    await house.post(await linkTo('unseen@example.net'), {})
    expect((await house.get('/', moderator.cookie)).body).toContain(`href="${list}"`)
    expect((await house.get('/')).body).not.toContain(list)
    const guest = await house.get(list)
    expect(guest.statusCode).toBe(303)
    const elsewhere = await house.signInAs({ role: 'moderator', process: crypto.randomUUID() })
    expect((await house.get(list, elsewhere.cookie)).statusCode).toBe(403)
  })

  test('take the name off: the comment stays, says why, and the claimant is told', async () => {
    const number = await take({ particulars: { name: 'Grace Usedname', email: 'faker@example.net' } })
    await post(number)
    expect((await house.get(`/comments/${number}`)).body).toContain('Grace Usedname')
    const url = await claimed('grace@example.net', number)
    expect((await house.get(url, moderator.cookie)).body).toContain(`${canary} words`)
    expect((await decide(url, 'name-taken-off', 'Thank you.', number)).statusCode).toBe(303)
    const page = (await house.get(`/comments/${number}`)).body
    expect(page).toContain('The name was taken off: the person named says they did not send this.')
    expect(page).toContain('Ten years, says')
    for (const path of [
      `/comments/${number}`,
      `/api/comments/${number}`,
      `/requests/${request.docket}/comments`,
    ])
      expect((await house.get(path)).body, path).not.toContain('Grace Usedname')
    const told = (await lettersTo('grace@example.net')).join()
    expect(told).toContain('Your claim is upheld. The name was taken off')
    expect(told).toContain('Thank you.')
    expect(await kindsAbout(number)).toEqual([
      'comment-received',
      'comment-posted',
      'claim-made',
      'claim-confirmed',
      'comment-posted',
      'claim-upheld',
    ])
    const { slug } = await db.selectFrom('processes.process').select('slug').executeTakeFirstOrThrow()
    const log = (await house.get(`/processes/${slug}/moderation-log`)).body
    expect(log).toContain('The name was taken off')
  })

  test('withhold the comment, with the reason in the public log; posted again it stays without the name', async () => {
    const number = await take({ particulars: { name: 'Grace Withheld' } })
    await post(number)
    const url = await claimed('grace-w@example.net', number)
    await decide(url, 'withheld', '', number)
    expect((await commentOf(number)).state).toBe('withheld')
    const page = (await house.get(`/comments/${number}`)).body
    expect(page).toContain('Not sent by whoever is named')
    expect(page).not.toContain('Ten years, says')
    await post(number)
    expect((await house.get(`/comments/${number}`)).body).not.toContain('Grace Withheld')
  })

  test('uphold a claim though another moderator’s proposal to withhold is open, which it settles', async () => {
    const number = await take()
    await post(number)
    const { id, process_id: process } = await commentOf(number)
    const proposer = (await house.signInAs({ role: 'moderator', process })).person
    const proposal = { id: newId<'proposal'>(1), process, about: { kind: 'comment', id }, reason: 'spam' }
    const proposed = { ...proposal, explanation: '', by: proposer, at: house.services.clock.now() }
    await db.transaction().execute((tx) => insertProposal(tx, proposed))
    const url = await claimed('grace-p@example.net', number)
    expect((await decide(url, 'withheld', '', number)).statusCode).toBe(303)
    expect((await commentOf(number)).state).toBe('withheld')
    expect(await findProposal(db, proposal.about)).toBeUndefined()
    expect(await kindsAbout(number)).toContain('withholding-overtaken')
  })

  test('tell the sender whose name was taken off, and how to object', async () => {
    const number = await take({ particulars: { name: 'Grace Told', email: 'sender@example.net' } })
    await post(number)
    await decide(await claimed('grace-t@example.net', number), 'name-taken-off', '', number)
    const told = (await lettersTo('sender@example.net')).join()
    expect(told).toContain(`The name was taken off comment ${number}`)
    expect(told).toContain('write to office@example.org')
  })

  test('do not take the name off what was posted redacted, even once the marks are gone', async () => {
    const number = await take({ particulars: { name: 'Grace Redacted' } })
    await post(number)
    const { id, process_id: process } = await commentOf(number)
    const left = { redactions: 1, redactedFor: ['personal-information'], reason: undefined, explanation: '' }
    const redact = { process, about: { kind: 'comment', id }, act: 'redact', ...left } as const
    const told = { by: undefined, at: new Date('2030-01-01'), leaf: newId<'leaf'>(1) }
    await db.transaction().execute((tx) => recordDecision(tx, { ...redact, ...told }))
    const url = await claimed('grace-x@example.net', number)
    expect((await decide(url, 'name-taken-off', '', number)).statusCode).not.toBe(303)
    expect((await commentOf(number)).named).toBe(true)
  })

  test('reject a claim with a reason, which the claimant is mailed; nothing else changes', async () => {
    const [one, two] = [await take({ particulars: { name: 'Grace Stays' } }), await take()]
    await post(one)
    const url = await claimed('grace-r@example.net', one, two)
    const silent = await decide(url, 'rejected', ' ', one)
    expect(silent.statusCode).toBe(422)
    expect(silent.body).toContain('Write why the claim does not hold')
    await decide(url, 'rejected', 'You confirmed it yourself.', one)
    expect((await lettersTo('grace-r@example.net')).join()).toContain('You confirmed it yourself.')
    expect((await house.get(`/comments/${one}`)).body).toContain('Grace Stays')
    expect(await kindsAbout(one)).toContain('claim-rejected')
    expect(await kindsAbout(two)).not.toContain('claim-rejected')
    expect((await house.get(url, moderator.cookie)).body).toContain('About which comments?')
  })

  test('who decide at the same moment do so once', async () => {
    const number = await take()
    await post(number)
    const url = await claimed('race@example.net', number)
    const id = url.split('/').at(-1) as ClaimId
    const [claim, meant] = [await findClaim(db, id), await listClaimedIn(db, id, request.id)]
    if (!claim) throw new Error('The claim is gone.')
    const deciding = { request, claim, meant, comments: meant.map((one) => one.id), answer: '' }
    const both = await Promise.all(
      (['name-taken-off', 'withheld'] as const).map((outcome) =>
        decideClaim(house.services, moderatorOf(request), { ...deciding, outcome }),
      ),
    )
    expect(both.sort()).toEqual(['decided', 'not-as-seen'])
    expect((await decide(url, 'withheld', '', number)).statusCode).toBe(409)
    expect((await kindsAbout(number)).filter((kind) => kind === 'claim-upheld')).toHaveLength(1)
    expect(await lettersTo('race@example.net')).toHaveLength(2)
  })
})

test('no word of a claim and no address of a claimant stands anywhere public, nor in the record', async () => {
  const number = await take()
  await post(number)
  await claimed('canary@example.net', number)
  const paths = [
    '/',
    `/comments/${number}`,
    `/api/comments/${number}`,
    `/comments/${number}/claim`,
    `/requests/${request.docket}/comments`,
    `/api/requests/${request.docket}/comments`,
    `/requests/${request.docket}/dataset`,
    `/requests/${request.docket}/dataset/comments.jsonl`,
    `/requests/${request.docket}/dataset/comments.csv`,
    `/processes/${request.docket.toLowerCase()}/moderation-log`,
    `/processes/${request.docket.toLowerCase()}`,
    '/log',
    list,
  ]
  for (const path of paths) {
    const { body } = await house.get(path)
    expect(body, path).not.toContain(canary)
    expect(body, path).not.toContain('canary@')
  }
  for (const table of ['record.entry', 'record.leaf', 'texts.version', 'moderation.decision'] as const) {
    const rows = JSON.stringify(await db.selectFrom(table).selectAll().execute())
    expect(rows, table).not.toContain(canary)
    expect(rows, table).not.toContain('example.net')
  }
})
