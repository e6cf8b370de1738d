import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codebookCsv } from '../codebook/codebook-csv.ts'
import { type CodeId, inTree, inUse } from '../codebook/model.ts'
import { listCodes, listWordings } from '../codebook/store.ts'
import { openBench } from './testing.ts'

let bench: Awaited<ReturnType<typeof openBench>>
const book = '/processes/devices/codebook'

beforeAll(async () => {
  bench = await openBench()
})
afterAll(() => bench.house.close())

const paths = async () => inTree(inUse(await listCodes(bench.db, bench.process))).map(({ path }) => path)
const codeAt = async (path: string): Promise<CodeId> => {
  const found = inTree(await listCodes(bench.db, bench.process)).find((one) => one.path === path)
  if (!found) throw new Error(path)
  return found.code.id
}
const post = (url: string, form: Record<string, string>) => bench.send(url, form, bench.ada)

describe('a codebook', () => {
  test('takes a code, shows it below its parent, and refuses its name a second time with every word kept', async () => {
    expect(
      (await post(book, { name: 'Updates', definition: 'Whatever is said of updates' })).statusCode,
    ).toBe(303)
    const parent = await codeAt('Updates')
    expect((await post(book, { name: 'Duration', parent })).statusCode).toBe(303)
    const again = await post(book, { name: 'duration', parent, definition: 'How long, then?' })
    expect(again.statusCode).toBe(422)
    expect(again.body).toContain('A code of this name stands there already')
    expect(again.body).toContain('How long, then?')
    expect(await paths()).toEqual(['Updates', 'Updates > Duration'])
  })

  test('says what is missing or too long', async () => {
    expect((await post(book, { name: ' ' })).body).toContain('Enter a name')
    const long = await post(book, { name: 'x'.repeat(201), definition: 'y'.repeat(4001) })
    expect(long.statusCode).toBe(422)
    expect(long.body).toContain('at most 200')
    expect(long.body).toContain('at most 4,000')
    expect((await post(book, { name: 'Lost', parent: crypto.randomUUID() })).body).toContain(
      'no longer in use',
    )
    expect((await post(book, { name: 'Lost', parent: 'nonsense' })).statusCode).toBe(422)
  })

  test('keeps each wording with who gave it', async () => {
    const id = await codeAt('Updates')
    const changed = { name: 'Updates and patches', definition: 'Both', example: '“patched”' }
    expect((await post(`${book}/${id}/wording`, changed)).statusCode).toBe(303)
    expect((await listWordings(bench.db, id)).map(({ name }) => name)).toEqual(['Updates and patches'])
    bench.house.setTime(new Date('2026-03-02T12:00:00Z'))
    await post(`${book}/${id}/wording`, { name: 'Updates' })
    const page = await bench.get(`${book}/${id}`, bench.ada)
    expect(page.body).toContain('Updates and patches')
    expect((await listWordings(bench.db, id)).map(({ name }) => name)).toEqual([
      'Updates',
      'Updates and patches',
    ])
  })

  test('moves a code, never below itself', async () => {
    const [updates, duration] = [await codeAt('Updates'), await codeAt('Updates > Duration')]
    const circle = await post(`${book}/${updates}/move`, { parent: duration, before: '' })
    expect(circle.statusCode).toBe(422)
    expect(circle.body).toContain('A code cannot stand below itself')
    await post(`${book}/${duration}/move`, { parent: '', before: updates })
    expect(await paths()).toEqual(['Duration', 'Updates'])
    await post(`${book}/${duration}/move`, { parent: updates, before: '' })
    expect(await paths()).toEqual(['Updates', 'Updates > Duration'])
  })

  test('splits a code into others, merges two, retires one, and says of each what it became', async () => {
    await post(book, { name: 'Who says so' })
    const whole = await codeAt('Who says so')
    expect((await post(`${book}/${whole}/split`, { names: 'Maker' })).body).toContain('at least two names')
    expect((await post(`${book}/${whole}/split`, { names: 'Maker\nRegulator\n\nmaker' })).statusCode).toBe(
      303,
    )
    expect(await paths()).toEqual(['Updates', 'Updates > Duration', 'Maker', 'Regulator'])
    const [maker, regulator] = [await codeAt('Maker'), await codeAt('Regulator')]
    expect((await post(`${book}/${maker}/merge`, { into: '' })).body).toContain('Choose the code')
    expect((await post(`${book}/${maker}/merge`, { into: maker })).statusCode).toBe(422)
    expect((await post(`${book}/${maker}/merge`, { into: regulator })).statusCode).toBe(303)
    expect((await post(`${book}/${regulator}/retire`, {})).statusCode).toBe(303)
    const updates = await codeAt('Updates')
    expect((await post(`${book}/${updates}/retire`, {})).body).toContain('Other codes stand below')
    const page = (await bench.get(book, bench.ada)).body
    expect(page).toContain('Split into “Maker”, “Regulator”')
    expect(page).toContain('Merged into “Regulator”')
    expect((await post(`${book}/${maker}/wording`, { name: 'Again' })).statusCode).toBe(422)
  })

  test('says on the record what was done with each code', async () => {
    const kinds = await bench.db
      .selectFrom('record.entry')
      .select('kind')
      .distinct()
      .where('about_kind', '=', 'code')
      .orderBy('kind')
      .execute()
    expect(kinds.map(({ kind }) => kind)).toEqual([
      'code-added',
      'code-merged',
      'code-moved',
      'code-retired',
      'code-reworded',
      'code-split',
    ])
  })

  test('of two who add the same name at once, one does', async () => {
    const twice = await Promise.all([post(book, { name: 'Race' }), post(book, { name: 'RACE' })])
    expect(twice.map(({ statusCode }) => statusCode).sort()).toEqual([303, 422])
  })

  test('is read by those on the bench and nobody else', async () => {
    for (const who of [bench.ada, bench.chair]) expect((await bench.get(book, who)).statusCode).toBe(200)
    const member = await bench.house.signInAs({ role: 'member', process: bench.process })
    expect((await bench.get(book, member)).statusCode).toBe(403)
    expect((await bench.get(book)).statusCode).toBe(303)
    expect((await bench.get('/processes/none/codebook', bench.ada)).statusCode).toBe(404)
    expect((await bench.get(`${book}/${crypto.randomUUID()}`, bench.ada)).statusCode).toBe(404)
    expect((await bench.get(`${book}/nonsense`, bench.ada)).statusCode).toBe(404)
  })
})

describe('a pasted list', () => {
  const paste = (list: string) => post(`${book}/import`, { list })

  test('comes in with its hierarchy, whatever the order of its lines and columns', async () => {
    const list =
      'parent\tname\tdefinition\nLabels > Colours\tRed\t\n\tLabels\tWhat is printed\nLabels\tColours\t'
    expect((await paste(list)).statusCode).toBe(303)
    expect((await paths()).slice(-3)).toEqual(['Labels', 'Labels > Colours', 'Labels > Colours > Red'])
  })

  test('is refused whole, with what is wrong in each line and every word kept', async () => {
    const list = [
      'Costs,Who pays',
      ',No name here',
      'Costs,Twice',
      'Lost,,,Nowhere',
      'Labels',
      'A,,,B',
      'B,,,A',
      'Many,1,2,Costs,5',
    ].join('\n')
    const refused = await paste(list)
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('Line 2: the name is missing')
    expect(refused.body).toContain('has more than four cells')
    expect(refused.body).toContain('Who pays')
    const next = await paste(list.split('\n').toSpliced(1, 1).slice(0, -1).join('\n'))
    expect(next.body).toContain('“Costs” stands twice')
    expect(next.body).toContain('there is no code “Nowhere”')
    expect(next.body).toContain('the codebook has “Labels” in that place already')
    expect((await paste('A,,,B\nB,,,A')).body).toContain('which stands below it')
    expect((await paste('\n \n')).body).toContain('Paste at least one code')
    expect(await paths()).not.toContain('Costs')
  })

  test('of 10,000 codes is refused in a sentence, and one of 1,900 comes in', {
    timeout: 60_000,
  }, async () => {
    const lines = (count: number) => Array.from({ length: count }, (_, i) => `Pasted ${i}`).join('\n')
    const refused = await paste(lines(10_000))
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('at most 2,000 codes')
    expect((await paste(lines(1900))).statusCode).toBe(303)
    expect((await bench.get(book, bench.ada)).body).toContain('Pasted 1899')
  })

  test('keeps signs that a database refuses out, and is given back as it came', async () => {
    expect((await paste('Nul\0sign,"=SUM(A1)","“\ud83d\ude00”"')).statusCode).toBe(303)
    const csv = codebookCsv(await listCodes(bench.db, bench.process))
    expect(csv).toContain("'=SUM(A1)")
    expect(csv).toContain('😀')
    const page = await bench.get(`${book}.csv`, bench.ada)
    expect(page.headers['content-type']).toContain('text/csv')
  })
})
