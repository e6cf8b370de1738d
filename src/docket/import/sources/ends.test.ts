import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Row, UnreadRow } from '../model.ts'
import { readCsv } from './read-csv.ts'
import { readJson } from './read-json.ts'
import { readJsonl } from './read-jsonl.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-import-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const MEGABYTE = 1024 * 1024
const readers = { csv: readCsv, jsonl: readJsonl, json: readJson }

async function rowsIn(file: string): Promise<(Row | UnreadRow)[]> {
  const rows: (Row | UnreadRow)[] = []
  for await (const row of readers[file.split('.').at(-1) as 'csv'](file)) rows.push(row)
  return rows
}

function written(name: string, bytes: string): string {
  const file = join(folder, name)
  writeFileSync(file, bytes)
  return file
}

/** So many megabytes of one letter between two texts. */
async function long(name: string, before: string, megabytes: number, behind: string): Promise<string> {
  const file = join(folder, name)
  const out = createWriteStream(file)
  out.write(before)
  for (let at = 0; at < megabytes; at += 1) out.write('x'.repeat(MEGABYTE))
  await new Promise<void>((resolve) => out.end(behind, resolve))
  return file
}

const said = (rows: readonly (Row | UnreadRow)[]) =>
  rows.map((row) => ('failed' in row ? row.failed : (row.cells.get('text') ?? '').slice(0, 20)))

describe('a record without end', () => {
  test('in JSON Lines is named with its row, and the next line is read', async () => {
    const file = await long('long.jsonl', '{"text":"a"}\n{"text":"', 33, '"}\n{"text":"b"}\n')
    const before = process.memoryUsage().rss
    expect(said(await rowsIn(file))).toEqual(['a', { key: 'recordTooLarge', values: expect.anything() }, 'b'])
    expect((process.memoryUsage().rss - before) / MEGABYTE).toBeLessThan(120)
  })

  test('in a CSV stops the reading, which is said with the row and its line', async () => {
    const file = await long('long.csv', 'id,text\n1,a\n2,"b\n', 33, '\n"\n3,c\n')
    expect(said(await rowsIn(file))).toEqual([
      'a',
      { key: 'csvStops', values: expect.objectContaining({ line: 3 }) },
    ])
  })

  test('that is one line of a CSV stops it too', async () => {
    const file = await long('line.csv', 'id,text\n1,a\n2,', 33, '\n3,c\n')
    expect(said(await rowsIn(file))).toEqual(['a', { key: 'csvStops', values: expect.anything() }])
  })

  test('that begins in the header leaves no rows, and says so', async () => {
    const file = await long('head.csv', 'id,', 33, '\n3,c\n')
    expect(said(await rowsIn(file))).toEqual([{ key: 'csvStops', values: expect.anything() }])
  })

  test('of a quote that is never closed takes no other rows for its words', async () => {
    const rows = await rowsIn(written('open.csv', 'id,text\n1,a\n2,"b\n3,c\n4,d\n'))
    expect(said(rows)).toEqual(['a', { key: 'neverClosed', values: { line: 3, lines: 3, start: '2,"b' } }])
  })
})

describe('a file cut in the middle', () => {
  test('of a JSON text is named once, and no line of it is taken for a row', async () => {
    const whole = JSON.stringify([{ text: 'a' }, { text: 'b' }], null, 2)
    const file = written('cut.json', whole.slice(0, -12))
    expect(said(await rowsIn(file))).toEqual([{ key: 'jsonBroken', values: expect.anything() }])
    const object = JSON.stringify({ comments: [{ text: 'a' }, { text: 'b' }] }, null, 2)
    const other = written('other.json', object.slice(0, -12))
    expect(said(await rowsIn(other))).toEqual([{ key: 'jsonBroken', values: expect.anything() }])
  })

  test('of JSON Lines keeps what came before, though the first line is damaged', async () => {
    const rows = await rowsIn(written('first.json', '{"text":"a\n{"text":"b"}\n{"text":"c'))
    expect(said(rows)).toEqual(['a', 'b', 'c'])
    expect(rows.map((row) => ('warnings' in row ? row.warnings.length : 0))).toEqual([1, 0, 1])
  })
})
