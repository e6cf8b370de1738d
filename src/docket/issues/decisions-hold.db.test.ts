import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { guest } from '../../participants/index.ts'
import { findProcess } from '../../processes/index.ts'
import { placeEntries } from '../../record/index.ts'
import { publishVersions } from '../../texts/index.ts'
import { rankingsKept } from './keep-rankings.ts'
import type { IssuesAnswer } from './schemas.ts'
import { chairOf, openIssues } from './testing.ts'

const house = await openIssues()
const { db, app, request, viewer, post } = house
afterAll(() => house.close())
beforeEach(() => {
  viewer.now = guest
})

const path = `/requests/${request.docket}/issues`
const json = async () => JSON.parse((await app.inject({ url: `/api${path}` })).body) as IssuesAnswer
const page = async () => (await app.inject({ url: path, headers: { accept: 'text/html' } })).body

async function openForm(): Promise<string> {
  viewer.now = chairOf(request)
  return (await app.inject({ url: `${path}/decide`, headers: { accept: 'text/html' } })).body
}

const seenIn = (form: string) => /name="seen" value(?:="([^"]*)")?/.exec(form)?.[1] ?? ''

function press(fields: Record<string, string>) {
  viewer.now = chairOf(request)
  return app.inject({
    method: 'POST',
    url: `${path}/decide`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ act: 'decide', reason: 'Many ask.', ...fields }).toString(),
  })
}

async function answerOf(comment: string) {
  return db
    .selectFrom('docket.answer as answer')
    .innerJoin('docket.comment as comment', 'comment.id', 'answer.comment_id')
    .select(['answer.id', 'answer.version_id'])
    .where('comment.number', '=', comment)
    .executeTakeFirstOrThrow()
}

/** As a redaction after posting does: the public reads this instead. */
async function publishInstead(comment: string, text: string) {
  const { id, version_id: version } = await answerOf(comment)
  if (!version) throw new Error('Nothing was sent.')
  await db.transaction().execute(async (tx) => {
    const [made] = await publishVersions(tx, [version], request.opensAt, new Map([[version, text]]))
    if (!made) throw new Error('Nothing was published.')
    await tx.updateTable('docket.answer').set({ published_id: made.id }).where('id', '=', id).execute()
  })
}

describe('A decision about proposed issues', () => {
  test('that is sent twice by a double click makes one issue, and says so', async () => {
    const number = await post('+ Routers without a maker')
    const { id } = await answerOf(number)
    const fields = {
      proposals: `${id}.1`,
      outcome: 'taken-up',
      title: 'Routers',
      seen: seenIn(await openForm()),
    }
    const answers = await Promise.all([press(fields), press(fields)])
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 422])
    const again = answers.find(({ statusCode }) => statusCode === 422)?.body ?? ''
    expect(again).toContain('A decision was published since you opened this page')
    expect(again).toContain('Many ask.')
    const issues = (await findProcess(db, request.processId))?.issues ?? []
    expect(issues.filter(({ title }) => title === 'Routers')).toHaveLength(1)
    expect((await press({ ...fields, seen: seenIn(again), outcome: 'deferred' })).statusCode).toBe(303)
  })

  test('is about the same one when the one before it is redacted', async () => {
    const sent = '+ A slander\n\nBy name.\n\n+ Spare parts\n\nThey run out.'
    const number = await post(sent)
    const { id } = await answerOf(number)
    const seen = seenIn(await openForm())
    expect(
      (await press({ proposals: `${id}.3`, outcome: 'deferred', reason: 'Next year.', seen })).statusCode,
    ).toBe(303)
    await publishInstead(number, sent.replace('+ A slander', '[redacted: slander]'))
    const parts = (await json()).proposed.find(({ proposals }) => proposals[0]?.title === 'Spare parts')
    expect(parts?.decisions).toMatchObject([{ outcome: 'deferred', reason: 'Next year.' }])
  })

  test('says that what it was about was erased, or is no longer posted', async () => {
    const [one, other] = [await post('+ Old telephones'), await post('+ Old kettles')]
    for (const number of [one, other]) {
      const { id } = await answerOf(number)
      const seen = seenIn(await openForm())
      const title = `Taken from ${number}`
      await press({ proposals: `${id}.1`, outcome: 'taken-up', title, reason: `About ${number}.`, seen })
    }
    const { id } = await answerOf(one)
    await db.deleteFrom('docket.answer').where('id', '=', id).execute()
    await publishInstead(other, '[redacted: slander]')
    const shown = await page()
    const [erased, gone] = ['About a proposal that was erased', 'About a proposal that is no longer posted']
    expect(shown.indexOf(`About ${one}.`)).toBeGreaterThan(shown.indexOf(erased))
    expect(shown.indexOf(`About ${other}.`)).toBeGreaterThan(shown.indexOf(gone))
    expect(shown).toContain(`Taken from ${one}</a>`)
    const found = await json()
    expect(found.aboutGone.map(({ reason }) => reason)).toEqual([`About ${one}.`, `About ${other}.`])
    expect(found.issues.flatMap(({ decisions }) => decisions)).toEqual([])
  })
})

test('rankings are counted once for all readers, until something happens in the process', async () => {
  const question = request.questions.find(({ asksForIssues }) => asksForIssues)
  if (!question) throw new Error('Nothing is asked.')
  await post('1. #1 Botnets')
  await placeEntries(db)
  const count = rankingsKept()
  const [first, again] = await Promise.all([count(db, request, question), count(db, request, question)])
  expect(again).toBe(first)
  await post('1. #2 Trusted downloads')
  expect((await count(db, request, question)).all.ballots).toBe(first.all.ballots + 1)
  await placeEntries(db)
  const later = await count(db, request, question)
  expect(later.all.ballots).toBe(first.all.ballots + 1)
  expect(await count(db, request, question)).toBe(later)
})
