import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CodeId } from '../codebook/model.ts'
import { listCodings } from '../coding/codings/store.ts'
import type { ExcerptId } from '../coding/model.ts'
import { openBench } from '../coding/testing.ts'

let bench: Awaited<ReturnType<typeof openBench>>
let long: CodeId
let label: CodeId
const numbers: string[] = []
const excerpts: ExcerptId[] = []

const agreement = '/processes/devices/agreement'
const adjudication = '/processes/devices/adjudication'
const text = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
const counted = async (excerpt: ExcerptId) =>
  (await listCodings(bench.db, [excerpt])).find(({ counts }) => counts)
const made = async (excerpt: ExcerptId) =>
  (await listCodings(bench.db, [excerpt])).filter(({ stage }) => stage === 'made')

/** Krippendorff's example A: two coders, ten units; 1 stands for a code. */
const [meg, owen] = ['0100000010', '1110010000']

beforeAll(async () => {
  bench = await openBench()
  long = await bench.code('Long support')
  label = await bench.code('Label')
  await bench.share(100)
  for (let unit = 0; unit < 10; unit += 1) {
    const words = `Statement number ${unit} of ten.`
    const number = await bench.post([words])
    const said = (line: string) => ({
      codes: line[unit] === '1' ? [long] : [],
      positions: { 1: unit < 5 ? ('support' as const) : ('oppose' as const) },
    })
    const excerpt = await bench.mark(bench.ada, number, words, said(meg))
    await bench.done(bench.ada, number)
    await bench.take(bench.grace, number)
    await bench.recode(bench.grace, number, excerpt, said(owen))
    if (unit < 9) await bench.done(bench.grace, number)
    numbers.push(number)
    excerpts.push(excerpt)
  }
}, 60_000)
afterAll(() => bench.house.close())

describe('how well coders agree', () => {
  test('leaves out what somebody is still at', async () => {
    const page = text((await bench.get(agreement, bench.chair)).body)
    expect(page).toContain('9 excerpts were coded by two people')
    expect(page).toContain('Fewer than ten excerpts say next to nothing')
    await bench.done(bench.grace, numbers[9] ?? '')
  })

  test('shows the published number of the published example, its interval, and what it means', async () => {
    const page = text((await bench.get(agreement, bench.chair)).body)
    expect(page).toContain('10 excerpts were coded by two people')
    expect(page).toMatch(/Long support 10 5 0\.095 -?0\.\d{3} to [01]\.\d{3} read in different ways/)
    expect(page).toMatch(/1\. Length of support 10 10 1\.000 1\.000 to 1\.000 can be relied on/)
    const csv = await bench.get(`${agreement}.csv`, bench.chair)
    expect(csv.body).toContain('code,Long support,10,5,0.0952,')
  })

  test('is for those on the bench alone', async () => {
    const member = await bench.house.signInAs({ role: 'member', process: bench.process })
    for (const url of [agreement, `${agreement}.csv`, adjudication, `${adjudication}/${excerpts[0]}`]) {
      expect((await bench.get(url, member)).statusCode).toBe(403)
      expect((await bench.get(url)).statusCode).toBe(303)
    }
    expect((await bench.get('/processes/none/agreement', bench.ada)).statusCode).toBe(404)
  })
})

describe('a difference', () => {
  test('waits on its page with both readings side by side, and agreement does not', async () => {
    const list = text((await bench.get(adjudication, bench.chair)).body)
    expect(list).toContain('Statement number 0 of ten.')
    expect(list).not.toContain('Statement number 1 of ten.')
    const page = text((await bench.get(`${adjudication}/${excerpts[0]}`, bench.chair)).body)
    expect(page).toContain('Test Person said')
    expect(page).toContain('Long support')
  })

  test('is not settled for the first coder by Enter in a field', async () => {
    const { body } = await bench.get(`${adjudication}/${excerpts[0]}`, bench.chair)
    const form = body.slice(body.indexOf(`action="${adjudication}/${excerpts[0]}"`))
    expect(/<button[^>]*>/.exec(form)?.[0]).toContain('disabled')
  })

  test('says nothing of a place that the second coder could not see', async () => {
    const number = await bench.post(['Here I live. Ten years, please.'])
    const gone = await bench.mark(bench.ada, number, 'Here I live', { codes: [long] })
    await bench.mark(bench.ada, number, 'Ten years', { codes: [long] })
    await bench.done(bench.ada, number)
    await sql`update analysis.excerpt set version_id = gen_random_uuid() where id = ${gone}`.execute(bench.db)
    await bench.take(bench.grace, number)
    await bench.done(bench.grace, number)
    expect(await made(gone)).toHaveLength(1)
    expect(text((await bench.get(agreement, bench.chair)).body)).toContain('11 excerpts were coded by two')
  })

  test('is settled by one of the readings, and that counts from then on', async () => {
    const [excerpt] = excerpts
    if (!excerpt) throw new Error('No excerpt.')
    expect(await counted(excerpt)).toBeUndefined()
    const chosen = (await made(excerpt)).find(({ codes }) => codes.length === 1)
    const form = { coding: chosen?.id ?? '', seen: '', reason: 'The definition says so.' }
    const answers = await Promise.all([
      bench.send(`${adjudication}/${excerpt}`, form, bench.chair),
      bench.send(`${adjudication}/${excerpt}`, form, bench.ada),
    ])
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409])
    expect(await counted(excerpt)).toMatchObject({ stage: 'settled', codes: [long] })
    expect(text((await bench.get(`${adjudication}/${excerpt}`, bench.chair)).body)).toContain(
      'The definition says so.',
    )
  })

  test('is settled by another reading, and anew', async () => {
    const excerpt = excerpts[2]
    if (!excerpt) throw new Error('No excerpt.')
    const own = { coding: 'own', seen: '', codes: label, 'position-2': 'question' }
    expect((await bench.send(`${adjudication}/${excerpt}`, own, bench.chair)).statusCode).toBe(303)
    const before = await counted(excerpt)
    expect(before).toMatchObject({ codes: [label], positions: [{ position: 'question' }] })
    expect((await bench.send(`${adjudication}/${excerpt}`, own, bench.chair)).statusCode).toBe(409)
    const anew = { ...own, seen: before?.id ?? '', codes: long }
    expect((await bench.send(`${adjudication}/${excerpt}`, anew, bench.chair)).statusCode).toBe(303)
    expect((await counted(excerpt))?.codes).toEqual([long])
  })

  test('keeps every word of what was badly filled in, and is not settled for nothing', async () => {
    const excerpt = excerpts[5]
    const wrong = {
      coding: 'own',
      seen: '',
      'position-1': 'support',
      'condition-1': 'if so',
      reason: 'Kept words',
    }
    const back = await bench.send(`${adjudication}/${excerpt}`, wrong, bench.chair)
    expect(back.statusCode).toBe(422)
    expect(back.body).toContain('Kept words')
    expect(back.body).toContain('if so')
    const none = await bench.send(`${adjudication}/${excerpt}`, { seen: '', coding: 'x' }, bench.chair)
    expect(none.body).toContain('Choose one of the readings')
    const agreed = await bench.send(
      `${adjudication}/${excerpts[3]}`,
      { coding: 'own', seen: '' },
      bench.chair,
    )
    expect(agreed.statusCode).toBe(409)
    expect(agreed.body).toContain('The coders agree on this excerpt')
    expect((await bench.get(`${adjudication}/${crypto.randomUUID()}`, bench.chair)).statusCode).toBe(404)
  })

  test('ends when the codes that the coders differed in are merged', async () => {
    const number = await bench.post(['One thing, two names.'])
    const excerpt = await bench.mark(bench.ada, number, 'One thing', { codes: [long] })
    await bench.done(bench.ada, number)
    await bench.take(bench.grace, number)
    await bench.recode(bench.grace, number, excerpt, { codes: [label] })
    await bench.done(bench.grace, number)
    expect(await counted(excerpt)).toBeUndefined()
    await bench.send(`/processes/devices/codebook/${label}/merge`, { into: long }, bench.ada)
    expect((await counted(excerpt))?.codes).toEqual([long])
  })

  test('of a comment whose second coder is yet to come shows nothing of the first', async () => {
    const number = await bench.post(['Only one so far.'])
    const excerpt = await bench.mark(bench.ada, number, 'Only one', { codes: [long] })
    await bench.done(bench.ada, number)
    expect((await bench.get(`${adjudication}/${excerpt}`, bench.grace)).statusCode).toBe(404)
    expect((await bench.get(`/comments/${number}/coding`, bench.grace)).body).not.toContain(
      '<bdi>Long support</bdi></li>',
    )
  })
})
