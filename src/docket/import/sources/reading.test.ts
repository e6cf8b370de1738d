import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { columnsOf, parseMap } from '../columns.ts'
import { groupNamed } from '../groups.ts'
import type { Row, UnreadRow } from '../model.ts'
import { plainText } from '../plain-text.ts'
import { readCsv } from './read-csv.ts'
import { readJsonl } from './read-jsonl.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-import-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

async function rowsOf(name: string, bytes: Buffer | string): Promise<(Row | UnreadRow)[]> {
  const file = join(folder, name)
  writeFileSync(file, bytes)
  const rows: (Row | UnreadRow)[] = []
  for await (const row of name.endsWith('.csv') ? readCsv(file) : readJsonl(file)) rows.push(row)
  return rows
}

function cells(row: Row | UnreadRow | undefined): Record<string, string> {
  return row && 'cells' in row ? Object.fromEntries(row.cells) : {}
}

test('a file saved in an old encoding is read, and each row that was guessed says so', async () => {
  const [cafe, plain] = await rowsOf('latin.csv', Buffer.from('id;text\n1;caf\xe9\n2;plain\n', 'latin1'))
  expect(cells(cafe)).toEqual({ id: '1', text: 'café' })
  expect(cafe).toMatchObject({ warnings: [{ key: 'guessed' }] })
  expect(plain).toMatchObject({ warnings: [] })
})

test('a UTF-16 file with its mark is read as what it is', async () => {
  const [row] = await rowsOf('wide.csv', Buffer.from('\ufeffid,text\n1,schön\n', 'utf16le'))
  expect(cells(row)).toEqual({ id: '1', text: 'schön' })
})

test('a cell left open by the end of the file keeps what was there, and says so', async () => {
  const rows = await rowsOf('cut.csv', 'id,text\n1,"5"" wide"\n2,a 3" nail\n3,"cut in the mid')
  expect(rows.map(cells).map(({ text }) => text)).toEqual(['5" wide', 'a 3" nail', 'cut in the mid'])
  expect(rows.at(-1)).toMatchObject({ warnings: [{ key: 'cutCell' }] })
})

test('a row of ten thousand cells keeps every one of them, and says so', async () => {
  const wide = Array.from({ length: 10_000 }, (_, at) => `w${at}`)
  const [row] = await rowsOf('broad.csv', `id,text\n${wide.join(',')}\n`)
  expect(Object.values(cells(row))).toEqual(wide)
  expect(row).toMatchObject({ warnings: [{ key: 'moreCells', values: { cells: 10_000 } }] })
})

test('two columns of the same name are both kept', async () => {
  const [row] = await rowsOf('twice.csv', 'id,text,text\n1,a,b\n')
  expect(Object.values(cells(row))).toEqual(['1', 'a', 'b'])
})

test('a line that was cut gives what could be read of it', async () => {
  const rows = await rowsOf('cut.jsonl', '{"id":"1","text":"ok"}\n\n{"id":"2","text":"half a wo\\u00\n')
  expect(rows.map(cells)).toEqual([
    { id: '1', text: 'ok' },
    { id: '2', text: 'half a wo' },
  ])
  expect(rows.at(-1)).toMatchObject({ warnings: [{ key: 'cutLine' }] })
})

test('a line that is no object is named with its place', async () => {
  const rows = await rowsOf('odd.jsonl', '{"id":"1","text":"ok"}\nnonsense\n[1]\n')
  expect(rows.slice(1)).toMatchObject([
    { row: 2, failed: { values: { start: 'nonsense' } } },
    { row: 3, failed: { key: 'noObject' } },
  ])
})

test('well-known headers need no mapping, and a told column wins', () => {
  expect(columnsOf(['Document ID', 'Comment', 'Category'], new Map()).get('text')).toBe('Comment')
  expect(columnsOf(['text', 'reply'], new Map([['text', 'reply']])).get('text')).toBe('reply')
  expect(columnsOf(['feedback', 'userType'], new Map()).get('group')).toBe('userType')
})

test('a mapping names our field first, and an unknown field is named back', () => {
  expect(parseMap('text=My reply,group=Who = what')).toEqual(
    new Map([
      ['text', 'My reply'],
      ['group', 'Who = what'],
    ]),
  )
  expect(parseMap('words=reply')).toEqual({ unknownField: 'words' })
})

test('a group of another docket becomes ours, and one that names none is not stated', () => {
  const groups = new Set([
    'users',
    'private-sector',
    'government',
    'civil-society',
    'academia',
    'technical-community',
  ])
  expect(groupNamed('EU_CITIZEN', groups)).toBe('users')
  expect(groupNamed('Government - Federal', groups)).toBe('government')
  expect(groupNamed('Civil society', groups)).toBe('civil-society')
  expect(groupNamed('Nurse - HC065', groups)).toBe('not-stated')
})

test('words stored as HTML read as words, and a lone angle bracket stays', () => {
  expect(plainText('One<br/>two &amp; &ldquo;three&rdquo; if a < b and c > d')).toBe(
    'One\ntwo & “three” if a < b and c > d',
  )
})
