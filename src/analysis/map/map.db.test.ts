import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { guest } from '../../participants/index.ts'
import { newId } from '../../platform/id.ts'
import { openBench } from '../coding/testing.ts'
import { readCell } from './excerpts/read-cell.ts'
import { findSeenMap } from './seen.ts'

let bench: Awaited<ReturnType<typeof openBench>>
let page: string

beforeAll(async () => {
  bench = await openBench()
  page = `/requests/${bench.request.docket}/map`
})
afterAll(() => bench.house.close())

const told = async (query = '', who = bench.chair) =>
  JSON.parse((await bench.get(`/api${page}${query}`, who)).body)
const counts = async (query = '', who = bench.chair) => (await told(query, who)).counts
const signedOut = null
const body = async (address = page, who: typeof bench.chair | null = bench.chair) =>
  (await bench.get(address, who ?? undefined)).body

/** A coded comment that its coder is done with. */
async function coded(text: string, said: Parameters<typeof bench.mark>[3], more = {}) {
  const number = await bench.post([text], more)
  const excerpt = await bench.mark(bench.ada, number, text.split('.')[0] ?? text, said)
  await bench.done(bench.ada, number)
  return { number, excerpt }
}

const viewer = () => ({
  ...{ ...guest, person: bench.chair.person },
  inProcess: new Map([[bench.process, new Set(['chair'] as const)]]),
})
const seen = () => findSeenMap(bench.db, viewer(), bench.request.docket)

describe('the map of a request', () => {
  test('says what will be on it before anything is', async () => {
    expect(await body()).toContain('Nothing is on the map yet')
    expect(await counts()).toEqual([])
  })

  test('counts a comment once its coder is done with it', async () => {
    const number = await bench.post(['Ten years. Or never.'], { group: 'academia', country: 'FR' })
    await bench.mark(bench.ada, number, 'Ten years', { positions: { 1: 'support', 2: 'oppose' } })
    expect(await counts()).toEqual([])
    await bench.mark(bench.ada, number, 'Or never', { positions: { 1: 'oppose' } })
    await bench.done(bench.ada, number)
    const row = { group: 'academia', voice: 'individual', comments: 1, excerpts: 1 }
    expect(await counts()).toMatchObject([
      { issue: 1, position: 'support', ...row },
      { issue: 1, position: 'oppose', ...row },
      { issue: 2, position: 'oppose', ...row },
    ])
    expect(await body()).toContain('1 more under another position')
  })

  test('is narrowed by country, language and kind of voice', async () => {
    await coded('Five years. Enough.', { positions: { 1: 'support' } }, { country: 'DE', language: 'de' })
    expect(await counts('?country=DE')).toMatchObject([{ issue: 1, group: 'users' }])
    expect(await counts('?language=de&country=FR')).toEqual([])
    expect(await counts('?voice=organisation')).toEqual([])
    expect(await body(`${page}?voice=campaign`)).toContain('Nothing matches these filters')
  })

  test('opens a place to the quoted words and their condition', async () => {
    const { number } = await coded(
      'Only if voluntary. So there.',
      { positions: { 2: ['support-with-condition', 'voluntary, not mandatory'] } },
      { group: 'government' },
    )
    const cell = await body(`${page}/excerpts?issue=2&group=government&position=support-with-condition`)
    expect(cell).toContain('Only if voluntary</mark>')
    expect(cell).toContain('voluntary, not mandatory')
    expect(cell).toContain(`/comments/${number}#q1-p1:~:text=Only%20if%20voluntary`)
    expect(await body(`${page}/excerpts?issue=2&group=academia&position=support`)).toContain(
      'Nothing is said here',
    )
  })

  test('goes on to its next page behind the very issue at which a page ended', async () => {
    const all = await readCell(bench.db, viewer(), await seen(), {}, 100)
    expect(new Set(all.excerpts.map(({ id }) => id)).size).toBeLessThan(all.excerpts.length)
    const turned: unknown[] = []
    for (let after: string | undefined = ''; after !== undefined; ) {
      const { excerpts, next } = await readCell(bench.db, viewer(), await seen(), { after }, 1)
      turned.push(...excerpts)
      after = next
    }
    expect(turned).toEqual(all.excerpts)
  })

  test('says which groups and countries are missing on an issue', async () => {
    const html = await body()
    expect(html).toMatch(/Nothing from: [^<]*Users/)
    expect(html).toMatch(/Nothing from commenters in: [^<]*Germany/)
    expect(html).toMatch(/sent no comment at all: .*Private sector/)
    expect(await body(`${page}/missing.csv`)).toContain('2,Who says so,country,DE,yes')
  })
})

describe('who may read the map', () => {
  test('is the bench alone until it is published, and everyone from then on', async () => {
    for (const address of [page, `${page}.csv`, `${page}/excerpts`, `/api${page}`, `/api${page}/excerpts`]) {
      expect((await bench.get(address)).statusCode).toBe(404)
    }
    expect((await bench.send(`${page}/publish`, {})).statusCode).not.toBe(303)
    expect((await bench.send(`${page}/publish`, {}, bench.ada)).statusCode).toBe(303)
    expect(await body(page, signedOut)).toContain('Published on')
    expect(await body(`${page}/excerpts?issue=1`, signedOut)).toContain('Ten years')
    expect((await bench.send(`${page}/take-back`, {}, bench.chair)).statusCode).toBe(303)
    expect((await bench.get(page)).statusCode).toBe(404)
  })

  test('each change of it stands on the record once', async () => {
    for (const way of ['publish', 'publish', 'take-back', 'take-back', 'publish']) {
      await bench.send(`${page}/${way}`, {}, bench.chair)
    }
    const entries = await bench.db
      .selectFrom('record.entry')
      .select('kind')
      .where('kind', 'like', 'position-map-%')
      .execute()
    const published = entries.filter(({ kind }) => kind === 'position-map-published')
    expect([published.length, entries.length]).toEqual([3, 5])
  })
})

describe('what is not public any more', () => {
  test('is gone from the map with its withholding, and back with its posting', async () => {
    const { number } = await coded('Soon withheld. Really.', { positions: { 1: 'question' } })
    expect(await body(`${page}/excerpts?position=question`, signedOut)).toContain('Soon withheld')
    await bench.decide(number, { seen: 'posted', act: 'withhold', reason: 'spam' })
    expect(await body(`${page}/excerpts?position=question`, signedOut)).not.toContain('Soon withheld')
    expect(
      (await counts('?voice=individual')).map((one: { position: string }) => one.position),
    ).not.toContain('question')
    await bench.decide(number, { seen: 'withheld' })
    expect(await body(`${page}/excerpts?position=question`, signedOut)).toContain('Soon withheld')
  })

  test('leaves the map when its sender takes it back or somebody erases it', async () => {
    const { number } = await coded('Never mind. Really.', { positions: { 1: 'neutral' } })
    const neutral = async () =>
      (await counts()).filter((one: { position: string }) => one.position === 'neutral').length
    expect(await neutral()).toBe(1)
    await bench.db
      .updateTable('docket.comment')
      .set({ withdrawn_at: bench.house.services.clock.now() })
      .where('number', '=', number)
      .execute()
    expect(await neutral()).toBe(0)
  })
})

describe('a second coder', () => {
  test('does not learn from the map what the first one said', async () => {
    await bench.share(100)
    const { number, excerpt } = await coded('Blind for Grace. Truly.', { positions: { 2: 'question' } })
    const open = (who: typeof bench.chair | null = signedOut) =>
      body(`${page}/excerpts?issue=2&position=question`, who)
    expect(await open(bench.chair)).toContain('Blind for Grace')
    expect(await open(bench.ada)).toContain('Blind for Grace')
    expect(await open(bench.grace)).not.toContain('Blind for Grace')
    const before = JSON.parse((await bench.get(`/api${page}`)).body)
    expect(before.counts.some((one: { position: string }) => one.position === 'question')).toBe(false)
    expect(before.heldBack).toBeGreaterThan(0)
    expect(await open()).not.toContain('Blind for Grace')
    expect(await body(`${page}.csv`, signedOut)).not.toContain('question')
    expect(await body(`${page}/excerpts.csv`, signedOut)).not.toContain('Blind for Grace')
    expect(await body(page, signedOut)).toContain('must not know what the first one noted')
    expect(await body(page, bench.chair)).not.toContain('must not know what the first one noted')
    expect(await body(page, bench.chair)).toContain('the public and the second coder do not yet')
    await bench.take(bench.grace, number)
    for (const who of [bench.grace, bench.ada, bench.chair, signedOut])
      expect(await open(who)).not.toContain('Blind for Grace')
    await bench.recode(bench.grace, number, excerpt, { positions: { 2: 'question' } })
    await bench.done(bench.grace, number)
    expect(await open(bench.grace)).toContain('Blind for Grace')
    expect(await open()).toContain('Blind for Grace')
    await bench.share(0)
    expect((await told()).heldBack).toBe(0)
  })
})

describe('kinds of voice', () => {
  test('are told apart: an organisation, and whoever belongs to a campaign', async () => {
    const particulars = {
      name: 'Ada',
      organisation: 'Makers',
      capacity: 'authorised-representative' as const,
    }
    await coded('We make things. Yes.', { positions: { 1: 'neutral' } }, { particulars })
    const { number } = await coded('One of many. Yes.', { positions: { 1: 'neutral' } })
    const kinds = async () =>
      (await counts())
        .filter((one: { position: string }) => one.position === 'neutral')
        .map((one: { voice: string; campaigns: number }) => [one.voice, one.campaigns])
    expect(await kinds()).toEqual([
      ['organisation', 0],
      ['individual', 0],
    ])
    const { id: comment } = await bench.read(number)
    const campaign = newId<'campaign'>(1)
    const at = bench.house.services.clock.now()
    const found = { id: campaign, request_id: bench.request.id, found_at: at, texts: 2, weighed: 2 }
    await bench.db.insertInto('analysis.campaign').values(found).execute()
    const member = { campaign_id: campaign, comment_id: comment, joined_at: at }
    await bench.db.insertInto('analysis.campaign_member').values(member).execute()
    expect(await kinds()).toEqual([
      ['organisation', 0],
      ['campaign', 1],
    ])
    expect(await body()).toContain('1 in 1 campaign')
  })
})
