import { dirname } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { openImporting } from './testing.ts'

const house = await openImporting()
const { db, written, bring } = house
afterAll(house.close)
beforeEach(() => {
  house.newRequest()
})

const table = [
  'file,name,organisation,date,language',
  'letter.txt,Ada Example,Example Ltd,2026-02-03,en',
  '"Smith, our view.md",,Other Ltd,2026-02-04,fr',
  'gone.txt,Nobody,,2026-02-05,en',
  '',
].join('\n')
const documents = {
  'letter.txt': 'Ten years, we say.',
  'Smith, our view.md': 'Cinq ans.',
  'stray.txt': 'Whose?',
}

const commentsHere = () =>
  db
    .selectFrom('docket.comment as comment')
    .innerJoin('docket.attachment as file', 'file.comment_id', 'comment.id')
    .innerJoin('docket.particulars as sender', 'sender.comment_id', 'comment.id')
    .innerJoin('texts.version as version', 'version.id', 'file.version_id')
    .select(['sender.organisation', 'comment.language', 'file.name', 'version.text'])
    .where('comment.request_id', '=', house.request().id)
    .orderBy('comment.number')
    .execute()

const asTold = {
  read: 3,
  imported: 3,
  files: 2,
  filesMissing: 1,
  strayFiles: 1,
  failed: [{ row: 0, place: 'stray.txt', reason: expect.stringContaining('No row names this file') }],
}

const asKept = [
  { organisation: 'Example Ltd', language: 'en', name: 'letter.txt', text: 'Ten years, we say.' },
  { organisation: 'Other Ltd', language: 'fr', name: 'Smith, our view.md', text: 'Cinq ans.' },
]

describe('a folder of documents with a table', () => {
  test('brings each document under the name its row gives, and tells rows without file and files without row', async () => {
    const folder = dirname(written('papers/index.csv', table))
    for (const [name, words] of Object.entries(documents)) written(`papers/${name}`, words)
    const report = await bring(folder)
    expect(report).toMatchObject(asTold)
    expect((report as { warnings: { row: number; reason: string }[] }).warnings).toContainEqual({
      row: 3,
      reason: expect.stringContaining('gone.txt” is not in the import'),
    })
    expect(await commentsHere()).toEqual(asKept)
    expect(await bring(folder)).toMatchObject({ imported: 0, skipped: 3, strayFiles: 1 })
  })

  test('may come as a ZIP', async () => {
    const all = Object.entries({ 'papers/index.csv': table }).concat(
      Object.entries(documents).map(([name, words]) => [`papers/${name}`, words]),
    )
    const zip = zipSync(Object.fromEntries(all.map(([name = '', words = '']) => [name, strToU8(words)])))
    const report = await bring(written('papers.zip', zip))
    expect(report).toMatchObject({ ...asTold, failed: [{ row: 0, place: 'papers/stray.txt' }] })
    expect(await commentsHere()).toEqual(asKept)
  })

  test.each([
    [{ 'a.txt': 'No table.' }, { refused: 'no-table' }],
    [
      { 'a.csv': 'text\nA\n', 'b.csv': 'text\nB\n' },
      { refused: 'many-tables', tables: ['a.csv', 'b.csv'] },
    ],
    [{ '[Content_Types].xml': '<xml/>', 'xl/workbook.xml': '<xml/>' }, { refused: 'workbook' }],
  ])('of %j is refused, and nothing of it is imported', async (entries, refusal) => {
    const zip = zipSync(
      Object.fromEntries(Object.entries(entries).map(([name, words]) => [name, strToU8(words)])),
    )
    expect(await bring(written('odd.zip', zip))).toEqual(refusal)
  })

  test('that leads out of itself is refused', async () => {
    const zip = zipSync({ '../../outside.csv': strToU8('text\nHere.\n') })
    expect(await bring(written('out.zip', zip))).toEqual({ refused: 'zip-damaged' })
  })
})
