import { after } from '../../src/platform/time.ts'
import type { RequestForComment } from '../../src/requests/index.ts'
import type { TestApp } from '../../src/testing.ts'
import type { Words } from './fill-house.ts'

const textAt = (at: Date) => at.toISOString().slice(0, 16)

/** A deliberation with what of it is not public: a list, statements and a reason that are not posted. */
export async function fillDeliberation(house: TestApp, request: RequestForComment, words: Words) {
  const { db, clock } = house.services
  const { cookie } = await house.signInAs({ role: 'secretariat', process: request.processId })
  const { slug } = await db
    .selectFrom('processes.process')
    .select('slug')
    .where('id', '=', request.processId)
    .executeTakeFirstOrThrow()
  const list = `/processes/${slug}/deliberations`
  const send = async (url: string, form: Readonly<Record<string, string>>, as = cookie) => {
    const answer = await house.post(url, form, as)
    if (answer.statusCode > 303) throw new Error(`${url}: ${answer.statusCode} ${answer.body.slice(0, 500)}`)
    return answer
  }
  const form = {
    ...{ intro: 'Vote.', language: 'en', zone: 'UTC', request: request.docket, issue: '' },
    ...{ opens: textAt(after(clock.now(), -60_000)), closes: textAt(after(clock.now(), 9 * 86_400_000)) },
  }
  await send(list, { ...form, title: 'How long?', electorate: 'anyone', allowed: '' })
  await send(`${list}/1/publish`, {})
  const allowed = `${words.allowedAddress}@example.org`
  await send(list, { ...form, title: 'Not announced yet', electorate: 'allow-list', allowed })
  await send(`${list}/1/seed`, { texts: `Ten years.\n${words.withheldStatement} is so.`, issue: '' })
  const verdict = { seen: 'posted', act: 'withhold', reason: 'off-topic' }
  await send(`${list}/1/statements/2/decision`, verdict)
  await send(`${list}/1/propose`, { text: `${words.pendingStatement} is so.`, issue: '' }, '')
  await send(`${list}/1/vote`, { statement: '1', vote: 'agree', reason: `${words.voteReason} because.` }, '')
}
