import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../platform/config.ts'
import { sharedData } from '../platform/testing/shared-data.ts'
import { analyseVerb } from './analyse.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-report-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function analyse(...args: string[]) {
  const config = readConfig({ PARLEY_DATA: folder, PARLEY_KEYS: folder })
  if ('problems' in config) throw new Error('The settings are wrong.')
  const [out, err]: string[][] = [[], []]
  const code = await analyseVerb.run(args, {
    config,
    out: (line) => void out?.push(line),
    err: (line) => void err?.push(line),
    open: () => Promise.reject(new Error('No server is needed.')),
  })
  return { code, out: out?.join('\n') ?? '', err: err?.join('\n') ?? '' }
}

async function written(name: string, words: string): Promise<string> {
  await writeFile(join(folder, name), words)
  return join(folder, name)
}

const lines = (...rows: object[]) => rows.map((row) => JSON.stringify(row)).join('\n')
const letter = 'Ten years of security updates for every connected device sold to homes, please'
const table = async (report: string, name: string) =>
  parse(await readFile(join(folder, report, 'tables', `${name}.csv`)), {
    columns: true,
    bom: true,
  }) as Record<string, string>[]

describe('the report on an export', () => {
  test('counts people and texts apart, by group, language, country and day', async () => {
    const file = await written(
      'all.jsonl',
      lines(
        { id: 'A-1', comment: letter, usertype: 'COMPANY', country: 'DEU', date: '2026-02-01' },
        { id: 'A-2', comment: letter, usertype: 'EU_CITIZEN', country: 'FRA', date: '2026-02-03' },
        {
          id: 'A-3',
          comment: 'Les mises à jour de sécurité devraient être gratuites pour toutes les familles.',
        },
        { id: 'A-4', comment: 'See attached.' },
      ),
    )
    const { code, out } = await analyse(file, '-o', join(folder, 'first'), '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      comments: 4,
      distinct: 2,
      inCampaigns: 2,
      stubs: 1,
      campaigns: [{ size: 2, wordings: 1, template: letter, first: '2026-02-01', last: '2026-02-03' }],
      breakdowns: {
        stakeholder: [
          { value: 'private-sector', comments: 1, distinct: 1, inCampaigns: 1 },
          { value: 'users', comments: 1, distinct: 1, inCampaigns: 1 },
          { comments: 2, distinct: 1, stubs: 1 },
        ],
      },
      timeline: {
        step: 'day',
        undated: 2,
        bins: [{ comments: 1 }, { comments: 0 }, { comments: 1, distinct: 0 }],
      },
      rows: { read: 4, 'no-text': 0 },
    })
    const comments = await table('first', 'comments')
    expect(
      comments.map(({ id, standing, campaign, language }) => [id, standing, campaign, language]),
    ).toEqual([
      ['A-1', 'campaign', '1', 'en'],
      ['A-2', 'campaign', '1', 'en'],
      ['A-3', 'own', '', 'fr'],
      ['A-4', 'stub', '', 'en'],
    ])
    expect((await table('first', 'countries')).map(({ name }) => name)).toEqual([
      'Germany',
      'France',
      'not stated',
    ])
  })

  test('names what was odd about rows, and merges nobody', async () => {
    const file = await written(
      'odd.csv',
      `id,comment\nB-1,"${letter}"\nB-1,"${letter}"\nB-2,\n,"Some other words that say enough to be told from a stub, surely"\nB-3,"${letter}, and`,
    )
    const { code, out } = await analyse(file, '-o', join(folder, 'odd'))
    expect(code).toBe(0)
    expect(out).toContain('4 comments in 5 rows')
    expect(out).toContain('no-text 1')
    expect(out).toContain('no-id 1')
    expect(out).toContain('same-id 1')
    expect((await table('odd', 'rows')).map(({ row, kind }) => [row, kind])).toEqual([
      ['2', 'same-id'],
      ['3', 'no-text'],
      ['4', 'no-id'],
      ['5', 'odd'],
    ])
    expect(await readFile(join(folder, 'odd', 'index.html'), 'utf8')).toContain(
      'Has an id that was there before',
    )
  })

  test('runs no stranger’s words: neither as markup nor as a formula', async () => {
    const evil = `=HYPERLINK("http://example.org") ${'</style><script>alert(1)</script> '.repeat(2)} one two three four five six seven eight nine`
    const file = await written(
      'evil.jsonl',
      lines({ id: '=1+1', comment: evil, category: '<img src=x>' }, { id: '@x', comment: evil }),
    )
    await analyse(file, '-o', join(folder, 'evil'), '--title', '<b>"&')
    const html = await readFile(join(folder, 'evil', 'index.html'), 'utf8')
    expect(html).not.toMatch(/<script|<img|<b>/)
    expect(html.match(/<\/style>/g)).toHaveLength(1)
    expect((await table('evil', 'comments')).map(({ id }) => id)).toEqual(["'=1+1", "'@x"])
    expect((await table('evil', 'campaigns'))[0]?.['template']).toMatch(/^'=/)
  })

  test('needs nothing from anywhere, and no script', async () => {
    const html = await readFile(join(folder, 'first', 'index.html'), 'utf8')
    const places = [...html.matchAll(/(?:src|href)="([^"]*)"|url\(([^)]*)\)/g)].map(([, a, b]) => a ?? b)
    expect(places.filter((place) => !/^#[A-Za-z]+$|^tables\/[a-z-]+\.csv$/.test(place ?? ''))).toEqual([])
    expect(html).not.toContain('<script')
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="en" dir="ltr">/)
    expect((await readdir(join(folder, 'first', 'tables'))).length).toBe(11)
  })

  test('speaks French where it is asked to', async () => {
    await analyse(join(folder, 'all.jsonl'), '-o', join(folder, 'french'), '--lang', 'fr')
    const html = await readFile(join(folder, 'french', 'index.html'), 'utf8')
    expect(html).toContain('<html lang="fr"')
    expect(html).toContain('Ce que disent 4 contributions')
  })

  test('of one comment of fifty megabytes, beside others, is made', async () => {
    const file = await written(
      'large.jsonl',
      lines({ id: 'L', comment: `${letter}. `.repeat(600_000) }, { id: 'S', comment: letter }),
    )
    const { code, out } = await analyse(file, '-o', join(folder, 'large'))
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('in 2 rows') })
  }, 60_000)
})

describe('a report is refused', () => {
  test.each([
    [[], 2, 'Name the file to read.'],
    [['/no/such/file.csv', '-o', '/tmp/x'], 2, 'There is no file /no/such/file.csv.'],
    [[import.meta.filename], 2, '-o FOLDER'],
    [[import.meta.filename, '-o', import.meta.filename], 1, 'is a file. Name a folder.'],
    [[import.meta.filename, '-o', '/tmp/x', '--threshold', '3'], 2, '--threshold lies above 0'],
    [[import.meta.filename, '-o', '/tmp/x', '--lang', 'tlh'], 2, 'en or fr'],
    [[import.meta.filename, '-o', '/tmp/x', '--map', 'colour=x'], 2, 'knows no field “colour”'],
    [[import.meta.filename, '-o', '/tmp/x', '--frobnicate'], 2, 'frobnicate'],
  ])('for %j with a sentence', async (args, code, said) => {
    expect(await analyse(...args)).toMatchObject({ code, err: expect.stringContaining(said) })
  })

  test('where something lies already, unless --force is said; and never over what it reads', async () => {
    const file = await written('again.jsonl', lines({ id: 'A', comment: letter }))
    const report = join(folder, 'again')
    expect(await analyse(file, '-o', report)).toMatchObject({ code: 0 })
    expect(await analyse(file, '-o', report)).toMatchObject({
      code: 1,
      err: expect.stringContaining('not empty'),
    })
    expect(await analyse(file, '-o', report, '--force')).toMatchObject({ code: 0 })
    const own = join(report, 'tables', 'comments.csv')
    expect(await analyse(own, '-o', report, '--force')).toMatchObject({
      code: 1,
      err: expect.stringContaining('written over'),
    })
  })

  test('of an empty file, and of what is no table', async () => {
    const empty = await written('empty.csv', '')
    expect(await analyse(empty, '-o', join(folder, 'none'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('nothing in it'),
    })
    const other = await written('other.csv', 'a,b\n1,2\n')
    expect(await analyse(other, '-o', join(folder, 'none'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('--map text=COLUMN'),
    })
  })
})

describe('the report on real exports', () => {
  test.each([
    ['comments-eu/complete.jsonl', 1333, 1, 49],
    ['comments-campaigns/EPA-R06-OAR-2020-0510-0001.csv', 313, 11, undefined],
    ['comments-bulk-csv/CMS-2025-0050-first-50.csv', 50, 1, undefined],
    ['regsgov-api', 5, 0, undefined],
  ])('%s', async (name, comments, campaigns, countries) => {
    const file = sharedData(name)
    if (file === undefined) return
    const { code, out, err } = await analyse(file, '-o', join(folder, name.replaceAll('/', '-')), '--json')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const told = JSON.parse(out)
    expect(told.comments).toBe(comments)
    expect(told.campaigns).toHaveLength(campaigns)
    if (countries) expect(told.breakdowns.country).toHaveLength(countries)
  })
})
