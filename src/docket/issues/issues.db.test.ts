import { Fragment, h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { guest } from '../../participants/index.ts'
import { fillParts } from '../../platform/html/index.ts'
import type { Ref } from '../../platform/ref.ts'
import { findProcess } from '../../processes/index.ts'
import { append, listEntriesAbout, placeEntries } from '../../record/index.ts'
import { decideAs } from '../posting/testing.ts'
import { decideIssues } from './decide-issues.ts'
import { issuesParts } from './issues-parts.tsx'
import { rankingsKept } from './keep-rankings.ts'
import { readIssues } from './read-issues.ts'
import type { IssuesAnswer } from './schemas.ts'
import { chairOf, openIssues } from './testing.ts'

const house = await openIssues()
const { db, app, request, viewer, post, send } = house
afterAll(() => house.close())
beforeEach(() => {
  viewer.now = guest
})

const path = `/requests/${request.docket}/issues`
const page = async () => (await app.inject({ url: path, headers: { accept: 'text/html' } })).body
const json = async () => JSON.parse((await app.inject({ url: `/api${path}` })).body) as IssuesAnswer
const pointsIn = (counted: IssuesAnswer['ranking'] | undefined) =>
  Object.fromEntries((counted?.issues ?? []).map(({ issue, points }) => [issue, points]))

const keyIn = async (comment: string, paragraph = 1) => {
  const { id } = await db
    .selectFrom('docket.answer as answer')
    .innerJoin('docket.comment as comment', 'comment.id', 'answer.comment_id')
    .select('answer.id')
    .where('comment.number', '=', comment)
    .executeTakeFirstOrThrow()
  return `${id}.${paragraph}`
}

/** The latest decision, as the form that was opened now holds it. */
async function seenNow(): Promise<string> {
  viewer.now = chairOf(request)
  const form = (await app.inject({ url: `${path}/decide`, headers: { accept: 'text/html' } })).body
  return /name="seen" value(?:="([^"]*)")?/.exec(form)?.[1] ?? ''
}

async function decide(fields: Record<string, string | string[]>, seen?: string) {
  const body = new URLSearchParams({ seen: seen ?? (await seenNow()) })
  for (const [name, values] of Object.entries(fields))
    for (const value of [values].flat()) body.append(name, value)
  return app.inject({
    method: 'POST',
    url: `${path}/decide`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: body.toString(),
  })
}

/** Something happens in the process, and the record has it. */
async function tellOf({ id, processId: process }: typeof request) {
  const entry = { kind: 'comment-withdrawn', about: { kind: 'request', id }, process, at: request.opensAt }
  await db.transaction().execute((tx) => append(tx, entry))
  await placeEntries(db)
}

describe('rankings', () => {
  test('count once they are posted, split by stakeholder group and by confirmation', async () => {
    const waiting = await send('1. #1 Botnets', { group: 'academia' })
    expect((await json()).ranking.rankings).toBe(0)
    expect(await page()).toContain('No posted comment ranks the issues yet.')
    await decideAs(db, request, waiting, { act: 'post' })
    await post('1. #2 Trusted downloads\n2. #1 Botnets', { group: 'users' })
    await post('1. #2\n1. #3', { group: 'users' }, 'without-name')
    const found = await json()
    expect(pointsIn(found.ranking)).toEqual({ 1: 3, 2: 4, 3: 2 })
    expect(pointsIn(found.byGroup['academia'])).toEqual({ 1: 2, 2: 0.5, 3: 0.5 })
    expect(found.byGroup['users']?.rankings).toBe(2)
    expect(found.byConfirmation['none']?.rankings).toBe(2)
    expect(found.byConfirmation['without-name']?.rankings).toBe(1)
    const csv = (await app.inject({ url: `${path}.csv` })).body
    expect(csv).toContain('all,,3,2,Trusted downloads,4,2,2')
  })

  test('of a confidential, withheld, withdrawn or replaced comment do not count', async () => {
    const before = (await json()).ranking
    await post('1. #3 Advertising', {}, 'confidential')
    const withheld = await send('1. #3 Advertising')
    await decideAs(db, request, withheld, { act: 'withhold', reason: 'off-topic' })
    const [old, newer] = [await post('1. #3 Advertising'), await send('1. #3 Advertising')]
    const gone = await post('1. #3 Advertising')
    const set = async (number: string, values: object) => {
      await db.updateTable('docket.comment').set(values).where('number', '=', number).execute()
      await tellOf(request)
    }
    await set(gone, { withdrawn_at: request.opensAt })
    const { id } = await db
      .selectFrom('docket.comment')
      .select('id')
      .where('number', '=', newer)
      .executeTakeFirstOrThrow()
    await set(old, { superseded_by: id, superseded_as: 'correction' })
    expect((await json()).ranking.rankings).toBe(before.rankings + 1)
    await decideAs(db, request, newer, { act: 'post' })
    expect((await json()).ranking.rankings).toBe(before.rankings + 1)
  })
})

describe('proposed issues', () => {
  test('are shown once they are posted, and a confidential one never', async () => {
    const waiting = await send('+ Routers without a maker\n\nNobody mends them.')
    const secret = await post('+ Secret canary', {}, 'confidential')
    expect(await page()).not.toContain('Routers')
    await decideAs(db, request, waiting, { act: 'post' })
    const shown = await page()
    expect(shown).toContain('Routers without a maker')
    expect(shown).toContain('Nobody mends them.')
    expect(shown).toContain(`/comments/${waiting}`)
    expect(shown).not.toContain('canary')
    expect(shown).not.toContain(secret)
  })

  test('are put together by the convenor, each still shown, and decided as one', async () => {
    const [one, other] = [await post('+ Spare parts'), await post('+ Missing parts\n\nThey run out.')]
    const keys = [await keyIn(one), await keyIn(other)]
    expect((await decide({ act: 'together', proposals: keys, heading: '' })).body).toContain(
      'Give the heading',
    )
    expect((await decide({ act: 'together', proposals: keys, heading: 'Parts' })).statusCode).toBe(303)
    const shown = await page()
    expect(shown).toContain('2 proposals, put together by the convenor')
    for (const words of ['Spare parts', 'Missing parts', 'They run out.']) expect(shown).toContain(words)
    const reason = 'It belongs to downloads.'
    const merged = { act: 'decide', proposals: keys[0] ?? '', outcome: 'merged', into: '2', reason }
    expect((await decide(merged)).statusCode).toBe(303)
    const topic = (await json()).proposed.find(({ heading }) => heading === 'Parts')
    expect(topic?.decisions).toMatchObject([{ outcome: 'merged', issue: 2, reason }])
    await decide({ act: 'apart', proposals: keys })
    const apart = (await json()).proposed.filter(({ decisions }) => decisions[0]?.reason === reason)
    expect(apart).toHaveLength(2)
  })

  test('become a numbered issue when they are taken up: state, entry and leaf', async () => {
    const number = await post('+ Children’s toys\n\nThey listen.')
    const fields = { act: 'decide', proposals: await keyIn(number), outcome: 'taken-up', reason: 'Many ask.' }
    expect((await decide(fields)).body).toContain('Name the new issue.')
    expect((await decide({ ...fields, title: 'Toys', description: 'All that listen.' })).statusCode).toBe(303)
    const issues = (await findProcess(db, request.processId))?.issues ?? []
    expect(issues.at(-1)).toMatchObject({ number: 4, title: 'Toys', description: 'All that listen.' })
    const entry = (await listEntriesAbout(db, request.id)).at(-1)
    expect(entry).toMatchObject({ kind: 'issue-decided', detail: { outcome: 'taken-up', issue: 4 } })
    expect(entry?.detail['comments']).toEqual([number])
    expect(await page()).toContain('4. Toys')
  })

  test('and issues that were asked keep every decision, the last of which holds', async () => {
    const about = { act: 'decide', issues: '3', outcome: 'deferred', reason: 'Later.' }
    expect((await decide(about)).statusCode).toBe(303)
    expect((await decide({ ...about, outcome: 'not-taken-up', reason: 'Others do it.' })).statusCode).toBe(
      303,
    )
    expect((await json()).issues.find((one) => one.number === 3)?.decisions).toMatchObject([
      { outcome: 'deferred' },
      { outcome: 'not-taken-up' },
    ])
    expect(await page()).toContain('An earlier decision')
  })

  test('lead from the comment to the decision, and from the issue back to the comments', async () => {
    const number = await post('+ Old telephones')
    const comment = await db
      .selectFrom('docket.comment')
      .select('id')
      .where('number', '=', number)
      .executeTakeFirstOrThrow()
    const parts = issuesParts({ db })
    const beside = async (place: 'beside-comment' | 'beside-issue', ref: Ref) => {
      const fill = await fillParts(parts, place, [ref], guest)
      return renderToString(h(Fragment, null, fill(ref)))
    }
    const ref = { kind: 'comment', id: comment.id }
    expect(await beside('beside-comment', ref)).toContain('not decided yet')
    const fields = { act: 'decide', proposals: await keyIn(number), outcome: 'taken-up', reason: 'Yes.' }
    await decide({ ...fields, title: 'Telephones', description: '' })
    expect(await beside('beside-comment', ref)).toMatch(
      /Taken up as <a href="[^"]*#issue-\d">\d\. Telephones/,
    )
    const issue = (await findProcess(db, request.processId))?.issues.at(-1)
    const back = await beside('beside-issue', { kind: 'issue', id: issue?.id ?? '' })
    expect(back).toContain(`/comments/${number}`)
    expect(back).toContain(`${path}#decision-`)
  })

  test.each([
    [{ outcome: 'deferred', reason: 'Why' }, 'Choose at least one issue.'],
    [{ issues: '1', reason: 'Why' }, 'Choose what becomes of them.'],
    [{ issues: '1', outcome: 'deferred', reason: ' ' }, 'Give the reason.'],
    [{ issues: '1', outcome: 'merged', into: '2', reason: 'Why' }, 'An issue that was asked is not merged.'],
    [{ issues: '99', outcome: 'deferred', reason: 'Why' }, 'Choose at least one issue.'],
  ])('a decision that lacks something comes back with its words: %o', async (fields, sentence) => {
    const back = await decide({ act: 'decide', ...fields })
    expect(back.statusCode).toBe(422)
    expect(back.body).toContain(sentence)
  })

  test('what is no longer posted is not decided about', async () => {
    const number = await post('+ Gone tomorrow')
    const proposals = await keyIn(number)
    const topics = (await readIssues(db, request, rankingsKept()))?.topics ?? []
    const seen = topics.flatMap((topic) => topic.proposals).filter((one) => one.comment === number)
    await decideAs(db, request, number, { act: 'withhold', reason: 'off-topic' })
    const back = await decide({ act: 'decide', proposals, outcome: 'deferred', reason: 'Why' })
    const process = await findProcess(db, request.processId)
    if (!process) throw new Error('The process is gone.')
    const about = { request, process, at: request.opensAt }
    const decidable = {
      outcome: 'deferred',
      reason: 'Why',
      issues: [],
      becomes: undefined,
      into: undefined,
    } as const
    const [chair, latest] = [chairOf(request), await seenNow()]
    const stale = await decideIssues(db, chair, about, { ...decidable, proposals: seen }, latest)
    expect(stale).toBe('not-as-seen')
    expect(back.statusCode).toBe(422)
    expect(await page()).not.toContain('Gone tomorrow')
  })

  test('are decided by those who lead the process and nobody else', async () => {
    const guestAnswer = await app.inject({ url: `${path}/decide` })
    expect(guestAnswer.statusCode).toBe(403)
  })
})
