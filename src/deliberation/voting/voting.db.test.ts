import { afterAll, beforeAll, expect, test } from 'vitest'
import { times } from '../deliberations/testing.ts'
import { openVoting } from './testing.ts'

let voting: Awaited<ReturnType<typeof openVoting>>
beforeAll(async () => {
  voting = await openVoting()
})
afterAll(() => voting.house.close())

test('somebody without an account gets one statement, what counts, three buttons, and a code', async () => {
  const page = await voting.get(`${voting.at}/vote`)
  expect(page.statusCode).toBe(200)
  expect(page.body).toContain('Your newest vote on each statement counts')
  for (const word of ['agree', 'disagree', 'pass']) expect(page.body).toContain(`value="${word}"`)
  const code = await voting.arrive()
  expect(code).toMatch(/^[0-9A-Z]{5}(-[0-9A-Z]{5}){3}$/)
  const voted = await voting.vote(1, 'agree', code, { matters: 'yes' })
  expect(voted.statusCode).toBe(303)
  const next = await voting.get(String(voted.headers.location), code)
  expect(next.body).toContain('Recorded: you agree with statement 1.')
  expect(next.body).toContain('You have voted on 1 of 3.')
  expect(next.body).toContain(code)
  const kept = await voting.rows('participant')
  expect(JSON.stringify(kept)).not.toContain(code)
})

test('nobody is asked again about what they voted on, but may skip, and change a vote', async () => {
  const code = await voting.arrive()
  for (const statement of [1, 2]) await voting.vote(statement, 'pass', code)
  expect((await voting.get(`${voting.at}/vote`, code)).body).toContain('Only an expert knows this.')
  const skipped = await voting.get(`${voting.at}/vote?skipped=3`, code)
  expect(skipped.body).toContain('See the one you skipped')
  const again = await voting.get(`${voting.at}/vote?statement=1`, code)
  expect(again.body).toContain('You passed before.')
  await voting.vote(1, 'disagree', code)
  const own = (await voting.get(`${voting.at}/votes`, code)).body
  expect(own).toContain('It does not count: you voted anew later.')
})

test('of each participant one vote counts on a statement, and the log keeps them all', async () => {
  const code = await voting.arrive()
  const before = (await voting.rows('vote_log')).length
  const answers = await Promise.all([
    voting.vote(1, 'agree', code),
    voting.vote(1, 'agree', code),
    voting.vote(1, 'disagree', code),
  ])
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303, 303])
  const votes = await voting.rows('vote')
  const newest = votes.filter(({ log_id }) => log_id === voting.votedIn(answers[2] ?? answers[0]))
  expect(newest.map(({ value }) => value)).toEqual([-1])
  expect(votes.filter(({ participant_id }) => participant_id === newest[0]?.participant_id)).toHaveLength(1)
  expect((await voting.rows('vote_log')).length - before).toBe(2)
  await expect(voting.db.deleteFrom('deliberation.vote_log').execute()).rejects.toThrow('only grows')
})

test('the counts are those of the votes that count', async () => {
  const { rows } = await voting.house.database.pool.query(`
    select statement_id, sum((value = 1)::int)::int as agree, sum((value = -1)::int)::int as disagree,
      sum((value = 0)::int)::int as pass from deliberation.vote group by 1 order by 1`)
  const tallies = await voting.db
    .selectFrom('deliberation.tally')
    .selectAll()
    .where((row) => row.or([row('agree', '>', 0), row('disagree', '>', 0), row('pass', '>', 0)]))
    .orderBy('statement_id')
    .execute()
  expect(tallies).toEqual(rows)
})

test('with the code somebody goes on elsewhere, and a wrong code is told so', async () => {
  const code = await voting.arrive()
  await voting.vote(2, 'agree', code)
  const typed = ` ${code.toLowerCase().replaceAll('-', ' ')} `
  const resumed = await voting.post(`${voting.at}/resume`, { code: typed })
  expect(resumed.statusCode).toBe(303)
  expect(resumed.cookies[0]?.value).toBe(code)
  for (const wrong of ['', 'nonsense', 'ABCDE-FGHJK-MNPQR-STVWX']) {
    const answer = await voting.post(`${voting.at}/resume`, { code: wrong })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('Nobody voted here under this code.')
  }
})

test('a person who is signed in is one participant, whichever code their browsers hold', async () => {
  const { cookie } = await voting.house.signInAs()
  const before = (await voting.rows('participant')).length
  for (const other of ['', await voting.arrive(), await voting.arrive()]) {
    const sent = [cookie, other && `deliberation-code=${other}`].filter(Boolean).join('; ')
    await voting.house.post(`${voting.at}/vote`, { statement: '1', vote: 'agree' }, sent)
  }
  expect((await voting.rows('participant')).length - before).toBe(1)
})

test('a reason comes back where it is too long, and waits for a moderator where it is not', async () => {
  const code = await voting.arrive()
  const long = 'r'.repeat(501)
  const answer = await voting.vote(2, 'agree', code, { reason: long })
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain(long)
  expect((await voting.vote(2, '', code, { reason: 'Kept words.' })).body).toContain('Kept words.')
  await voting.vote(2, 'agree', code, { reason: 'CanaryReason ‮ because' })
  expect((await voting.get(`${voting.at}/votes.csv`)).body).not.toContain('CanaryReason')
  const desk = `${voting.at}/moderation/reasons`
  const { cookie } = voting.secretary
  expect((await voting.house.get(desk, cookie)).body).toContain('CanaryReason')
  const bare = await voting.house.post(`${desk}/1`, { seen: 'pending', act: 'withhold' }, cookie)
  expect(bare.statusCode).toBe(422)
  await voting.house.post(`${desk}/1`, { seen: 'pending', act: 'post' }, cookie)
  expect((await voting.get(`${voting.at}/votes.csv`)).body).toContain('CanaryReason')
  expect((await voting.get('/processes/devices/moderation-log')).body).toContain('EX-D1-R1')
})

test('no vote is taken on what is withheld, replaced, unknown or of another deliberation', async () => {
  const other = await voting.announce({ title: 'Another' })
  await voting.seed(other, 'One.\nTwo.\nThree.\nFour.\nFive.')
  const code = await voting.arrive()
  const { cookie } = voting.secretary
  const withhold = { seen: 'posted', act: 'withhold', reason: 'off-topic' }
  await voting.house.post(`${voting.at}/statements/1/decision`, withhold, cookie)
  await voting.house.post(`${voting.at}/statements/2/reword`, { text: 'Labels should say so.' }, cookie)
  for (const statement of [1, 2, 5, 99]) {
    const answer = await voting.vote(statement, 'agree', code)
    expect(answer.statusCode, String(statement)).toBe(409)
    expect(answer.body).toContain('No vote is taken on this statement')
  }
  expect((await voting.get(`${voting.at}/vote?statement=1`, code)).statusCode).toBe(404)
  expect((await voting.vote(4, 'agree', code)).statusCode).toBe(303)
})

test('each rule lets those vote whom it names, and tells the others why', async () => {
  const rule = async (electorate: string, allowed = '') => {
    const at = await voting.announce({ electorate, allowed })
    await voting.seed(at, 'Agreed?')
    return at
  }
  const { cookie, person } = await voting.house.signInAs()
  const { email } = await voting.db
    .selectFrom('participants.person')
    .select('email')
    .where('id', '=', person)
    .executeTakeFirstOrThrow()
  const statusAt = async (at: string, who?: string) =>
    (await voting.house.post(`${at}/vote`, { statement: '1', vote: 'agree' }, who)).statusCode
  const confirmed = await rule('confirmed-email')
  expect([await statusAt(confirmed), await statusAt(confirmed, cookie)]).toEqual([403, 303])
  const listed = await rule('allow-list', `other@example.org\n${email.toUpperCase()}`)
  const stranger = await voting.house.signInAs()
  expect([await statusAt(listed), await statusAt(listed, stranger.cookie)]).toEqual([403, 403])
  expect(await statusAt(listed, cookie)).toBe(303)
  expect(await statusAt(await rule('representatives'), cookie)).toBe(403)
})

test('a program votes by the same rules, and is told what it may mend', async () => {
  const url = `/api${voting.at}/votes`
  const send = (payload: object, headers = {}) =>
    voting.house.app.inject({
      method: 'POST',
      url,
      payload,
      headers: { accept: 'application/json', ...headers },
    })
  const answer = await send({ statement: 3, vote: 'agree' })
  expect(answer.statusCode).toBe(201)
  const { resumeCode, counts } = answer.json<{ resumeCode: string; counts: string }>()
  expect(counts).toContain('newest vote')
  const again = await send({ statement: 3, vote: 'agree' }, { 'resume-code': resumeCode })
  expect(again.json()).toMatchObject({ again: true, resumeCode })
  expect((await send({ statement: 1, vote: 'agree' })).statusCode).toBe(404)
  expect((await send({ statement: 3, vote: 'maybe' })).statusCode).toBe(400)
  expect((await send({ statement: 3, vote: 'agree', reason: 'x'.repeat(501) })).statusCode).toBe(422)
  const list = await voting.get(`/api${voting.at}/statements`)
  expect(list.json<{ statements: object[] }>().statements.length).toBeGreaterThan(0)
  const proposed = await voting.house.app.inject({
    method: 'POST',
    url: `/api${voting.at}/statements`,
    payload: { text: 'By a program.' },
  })
  expect(proposed.statusCode).toBe(202)
})

test('once it is closed no vote is taken, and the words that were written are shown again', async () => {
  const code = await voting.arrive()
  voting.house.setTime(times.end)
  const answer = await voting.vote(3, 'agree', code, { reason: 'Written too late.' })
  expect(answer.statusCode).toBe(409)
  expect(answer.body).toContain('no more votes are taken')
  expect(answer.body).toContain('Written too late.')
  voting.house.setTime(times.during)
})
