import { afterAll, describe, expect, test } from 'vitest'
import { newId } from '../../platform/id.ts'
import { openIntakePages, whole } from './testing-pages.ts'

const { house, open, address, get, post, postForm, submit } = await openIntakePages()
afterAll(() => house.close())

const asks = newId<'question'>(2)
const issues = ['Botnets', 'Trusted downloads'].map((title, at) => ({
  id: newId<'issue'>(2),
  process_id: open.process,
  number: at + 1,
  title,
  description: '',
}))
await house.db.insertInto('processes.issue').values(issues).execute()
await house.db
  .insertInto('requests.question')
  .values({
    id: asks,
    request_id: open.request,
    number: 3,
    text: 'Which issues should we take up?',
    hint: '',
    priority: false,
    asks_for_issues: true,
  })
  .execute()
await house.db
  .insertInto('requests.question_issue')
  .values(issues.map(({ id }) => ({ question_id: asks, issue_id: id })))
  .execute()

const said = {
  'rank-3-1': '2',
  'rank-3-2': '1',
  'proposal-3-1-title': 'Routers without a maker',
  'proposal-3-1-why': 'Nobody mends them.',
}
const text = '1. #2 Trusted downloads\n2. #1 Botnets\n\n+ Routers without a maker\n\nNobody mends them.'

const kept = async () => {
  const rows = await house.db
    .selectFrom('docket.answer as answer')
    .innerJoin('texts.version as version', 'version.id', 'answer.version_id')
    .select('version.text')
    .where('answer.question_id', '=', asks)
    .execute()
  return rows.map((row) => row.text)
}

const api = (answers: unknown[]) =>
  house.app.inject({
    method: 'POST',
    url: `/api/requests/${open.docket}/comments`,
    payload: { answers, publication: 'without-name', idempotencyKey: newId<'x'>(3) },
  })

describe('a question that asks which issues to take up', () => {
  test('offers a rank for each issue and room for a proposal, without script', async () => {
    const page = (await get(address)).body
    expect(page).toMatch(/<select[^>]*name="rank-3-2"/)
    expect(page).toContain('Issue 2: Trusted downloads')
    expect(page).toContain('name="proposal-3-1-title"')
    expect(page).not.toContain('name="rank-1-1"')
  })

  test('a further proposal gets a row, and nothing that was written is lost', async () => {
    const page = (await post(whole({ ...said, act: 'more-proposals' }))).body
    expect(page).toContain('value="Routers without a maker"')
    expect(page).toContain('name="proposal-3-2-title"')
    expect(page).toMatch(/name="rank-3-2"[\s\S]*?<option selected value="1"/)
  })

  test('the answer is shown once more, and taken as one text that everyone can read', async () => {
    const review = await post(whole({ ...said, act: 'check' }))
    expect(review.body).toContain('1. #2 Trusted downloads')
    expect(review.body).toContain('name="rank-3-2" value="1"')
    const { number, cookies } = await submit(said)
    expect(await kept()).toEqual([text])
    const again = await postForm(`/comments/${number}/supersede`, { as: 'correction' }, cookies)
    const draft = again.cookies.map(({ name, value }) => [name, value] as const)
    const form = (await get(address, Object.fromEntries(draft))).body
    expect(form).toContain('value="Routers without a maker"')
    expect(form).toMatch(/name="rank-3-1"[\s\S]*?<option selected value="2"/)
  })

  test.each([
    [{ 'rank-3-1': 'first' }, 'The rank of issue 1 is “first”'],
    [{ 'rank-3-9': '1' }, 'Issue 9 is not among those to rank'],
    [{ 'rank-1-1': '1' }, 'Question 1 asks for no issues'],
    [{ 'proposal-3-1-title': '', 'proposal-3-1-why': 'Because.' }, 'Say in one line which issue'],
  ])('what cannot be meant comes back with its words: %o', async (changes, sentence) => {
    const back = await post(whole(changes))
    expect(back.statusCode).toBe(422)
    expect(back.body).toContain(sentence)
    for (const word of Object.values(changes).filter(Boolean)) expect(back.body).toContain(word)
  })

  test('programs rank and propose through the API', async () => {
    const ranking = [
      { issue: 1, rank: 2 },
      { issue: 2, rank: 1 },
    ]
    const proposals = [{ title: 'Routers without a maker', why: 'Nobody mends them.' }]
    expect((await api([{ question: 3, ranking, proposals }])).statusCode).toBe(201)
    expect((await kept()).at(-1)).toBe(text)
    const wrong = await api([{ question: 3, ranking: [{ issue: 7, rank: 1 }] }])
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain('Issue 7 is not among those to rank')
  })
})
