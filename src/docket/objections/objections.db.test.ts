import { afterAll, describe, expect, test } from 'vitest'
import { listEntriesAbout } from '../../record/index.ts'
import { openObjections } from './testing.ts'

const opened = await openObjections()
const { house, db, request, ada, grace, mary, withheld, object, answer, stateOf, log, letters } = opened
afterAll(house.close)

const canary = 'CANARY-OF-AN-OBJECTION'
const text = (html: string) => html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ')
const kindsAbout = async (id: string) => (await listEntriesAbout(db, id)).map(({ kind }) => kind)
const list = `/requests/${request.docket}/objections`

describe('the sender of a withheld comment', () => {
  test('objects with the comment key, and is told that it waits', async () => {
    const sent = await withheld()
    const page = text((await house.get(`/comments/${sent.number}/object`, sent.key)).body)
    expect(page).toContain('Your comment was withheld from the public docket. Reason: Spam.')
    expect((await object(sent, `${canary}: it is an honest offer.`)).statusCode).toBe(303)
    const after = text((await house.get(`/comments/${sent.number}/object`, sent.key)).body)
    expect(after).toContain('Your objection waits for a moderator.')
    expect(await kindsAbout(sent.id)).toContain('objection-made')
    expect(await stateOf(sent)).toBe('withheld')
    const yours = (await house.get(`/comments/${sent.number}/yours`, sent.key)).body
    expect(yours).toContain(`/comments/${sent.number}/object`)
  })

  test('objects signed in under the address that was given with the comment', async () => {
    const author = await house.signInAs()
    const { email } = await db
      .selectFrom('participants.person')
      .select('email')
      .where('id', '=', author.person)
      .executeTakeFirstOrThrow()
    const sent = await withheld({ particulars: { email: email ?? '' } })
    expect((await house.get(`/comments/${sent.number}/object`, author.cookie)).statusCode).toBe(200)
    expect((await object(sent, 'No.', author.cookie)).statusCode).toBe(303)
    const other = await house.signInAs()
    expect((await object(sent, 'Mine too.', other.cookie)).statusCode).toBe(403)
  })

  test('is asked for the key where there is none, the same for a comment that is nowhere', async () => {
    const sent = await withheld()
    for (const number of [sent.number, 'EX-2026-0001-9999']) {
      const asked = await house.get(`/comments/${number}/object`)
      expect(asked.headers.location).toBe(`/comment-key?number=${number}&leads=object`)
    }
    expect([303, 403]).toContain((await object(sent, 'Not with a key.', '')).statusCode)
    const key = sent.key.split('=')[1] ?? ''
    const opened = await house.post('/comment-key', { number: sent.number, key, leads: 'object' })
    expect(opened.headers.location).toBe(`/comments/${sent.number}/object`)
  })

  test('says why, in at most 5,000 characters, and keeps every word where not', async () => {
    const sent = await withheld()
    const none = await object(sent, '  ')
    expect([none.statusCode, none.body.includes('Write why you think')]).toEqual([422, true])
    const long = await object(sent, 'w'.repeat(5001))
    expect([long.statusCode, long.body.includes('w'.repeat(5001))]).toEqual([422, true])
    expect(await kindsAbout(sent.id)).not.toContain('objection-made')
  })

  test('has one objection at a time; a double click is not a second one', async () => {
    const sent = await withheld()
    const both = await Promise.all([object(sent, 'It is right.'), object(sent, 'It is right.')])
    expect(both.map(({ statusCode }) => statusCode)).toEqual([303, 303])
    const other = await object(sent, 'And another thing.')
    expect([other.statusCode, other.body.includes('And another thing.')]).toEqual([409, true])
    expect((await kindsAbout(sent.id)).filter((kind) => kind === 'objection-made')).toHaveLength(1)
  })

  test('objects no more than three times a week', async () => {
    const sent = await withheld()
    for (let round = 0; round < 3; round += 1) {
      expect((await object(sent, `Again ${round}.`)).statusCode).toBe(303)
      expect((await answer(sent, mary, 'turn-down', 'It stands.')).statusCode).toBe(303)
    }
    expect((await object(sent, 'Once more.')).statusCode).toBe(429)
  })

  test('has nothing to object to where the comment is posted whole', async () => {
    const sent = await opened.send()
    await opened.decide(sent.number, ada, 'post', 'screening')
    expect((await house.get(`/comments/${sent.number}/object`, sent.key)).body).toContain(
      'there is nothing to object to',
    )
    expect((await object(sent, 'But still.')).statusCode).toBe(409)
  })
})

describe('an objection', () => {
  test('is answered by a moderator who did not decide before', async () => {
    const sent = await withheld()
    await object(sent, 'It is honest.')
    for (const decider of [ada, grace]) {
      expect((await answer(sent, decider, 'post')).statusCode).toBe(409)
      const page = (await house.get(`/comments/${sent.number}/objection`, decider.cookie)).body
      expect(page).toContain('You had a part in the decision')
    }
    expect(await stateOf(sent)).toBe('withheld')
    expect((await answer(sent, mary, 'post')).statusCode).toBe(303)
    expect(await stateOf(sent)).toBe('posted')
    expect(await kindsAbout(sent.id)).toContain('objection-upheld')
    const [letter] = await letters(sent)
    expect(letter).toContain('ada@example.org\nYour objection about comment')
    expect(letter).toContain('Your objection was upheld')
  })

  test('is not answered by the moderator who sent the comment', async () => {
    const { email } = await db
      .selectFrom('participants.person')
      .select('email')
      .where('id', '=', mary.person)
      .executeTakeFirstOrThrow()
    const sent = await withheld({ particulars: { email: email?.toUpperCase() ?? '' } })
    await object(sent, 'It is honest, and mine.')
    expect((await answer(sent, mary, 'post')).statusCode).toBe(409)
    expect(await stateOf(sent)).toBe('withheld')
  })

  test('is turned down with a reason, which the sender is mailed and the log shows', async () => {
    const sent = await withheld()
    await object(sent, `${canary} words`)
    const bare = await answer(sent, mary, 'turn-down')
    expect([bare.statusCode, bare.body.includes('Write why the decision stands')]).toEqual([422, true])
    await answer(sent, mary, 'turn-down', 'It advertises a shop.')
    expect(await stateOf(sent)).toBe('withheld')
    expect((await letters(sent))[0]).toContain('It advertises a shop.')
    const [page, csv] = [text(await log()), await log('.csv')]
    expect(page).toContain('Turned down: It advertises a shop.')
    expect(csv).toMatch(/objection-turned-down,comment,EX-2026-0001-\d+,,,,,It advertises a shop\./)
    expect(page + csv).not.toContain(canary)
  })

  test('is upheld by whoever posts the comment in another way, and waits no more', async () => {
    const sent = await withheld()
    await object(sent, 'It is honest.')
    await opened.decide(sent.number, ada, 'post', 'withheld')
    expect(await kindsAbout(sent.id)).toContain('objection-upheld')
    expect((await answer(sent, mary, 'turn-down', 'Late.')).statusCode).toBe(409)
  })

  test('answered by two at the same moment is answered once', async () => {
    const sent = await withheld()
    await object(sent, 'It is honest.')
    const other = await house.signInAs({ role: 'moderator', process: request.processId })
    const both = await Promise.all([answer(sent, mary, 'post'), answer(sent, other, 'turn-down', 'No.')])
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409])
    const ends = (await kindsAbout(sent.id)).filter((kind) => /^objection-(upheld|turned)/.test(kind))
    expect(ends).toHaveLength(1)
  })

  test('is for moderators only: they are led to it, and nobody else reads a word', async () => {
    const sent = await withheld()
    await object(sent, `${canary} words`)
    expect((await house.get('/', mary.cookie)).body).toContain(`href="${list}"`)
    expect((await house.get(list, mary.cookie)).body).toContain(`/comments/${sent.number}/objection`)
    expect((await house.get(`/comments/${sent.number}/objection`, mary.cookie)).body).toContain(canary)
    const stranger = await house.signInAs()
    for (const path of ['/', list, `/comments/${sent.number}`, `/comments/${sent.number}/objection`])
      for (const cookie of [undefined, stranger.cookie])
        expect((await house.get(path, cookie)).body, path).not.toContain(canary)
    for (const table of ['record.entry', 'record.leaf', 'moderation.decision'] as const)
      expect(JSON.stringify(await db.selectFrom(table).selectAll().execute()), table).not.toContain(canary)
  })

  test('ends with a comment that its sender withdraws', async () => {
    const sent = await withheld()
    await object(sent, 'It is honest.')
    await house.post(`/comments/${sent.number}/withdraw`, {}, sent.key)
    expect(await kindsAbout(sent.id)).toContain('objection-lapsed')
  })
})

test('where nobody else moderates, whoever decided answers the objection', async () => {
  const alone = await openObjections()
  const { id } = alone.request
  await alone.db.deleteFrom('participants.role').where('person', '<>', alone.ada.person).execute()
  const sent = await alone.send()
  await alone.decide(sent.number, alone.ada, 'withhold', 'screening')
  expect(await alone.stateOf(sent)).toBe('withheld')
  await alone.object(sent, `It is honest, says ${id}.`)
  expect((await alone.answer(sent, alone.ada, 'post')).statusCode).toBe(303)
  expect(await alone.stateOf(sent)).toBe('posted')
  await alone.house.close()
})
