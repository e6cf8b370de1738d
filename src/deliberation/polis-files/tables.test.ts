import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sharedData } from '../../platform/testing/shared-data.ts'
import { makeTable, type ToldStatement } from './make-tables.ts'
import type { PolisTable } from './model.ts'
import { readPolis } from './read-polis.ts'
import { fileNames, readTable, readTables, writeTable } from './tables.ts'

const conversations = [
  ...[
    '15-per-hour-seattle',
    'brexit-consensus',
    'london.youth.policing',
    'scoop-hivemind.taxes',
    'vtaiwan.uberx',
  ],
]
const shared = sharedData('polis-conversations')

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-polis-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function writtenAndRead(table: PolisTable): Promise<PolisTable> {
  const file = join(folder, 'again.csv')
  await writeFile(file, writeTable(table))
  return readTable(file)
}

/** The cells of some columns, row by row. */
const columnsOf = ({ columns, rows }: PolisTable, names: readonly string[]): string[][] => {
  const places = names.map((name) => columns.indexOf(name))
  return rows.map((cells) => places.map((at) => cells[at] ?? ''))
}

describe.skipIf(!shared).each(conversations)('The export of %s', (name) => {
  const at = `${shared}/${name}`

  test('comes back with the same columns and cells when what was read is written', async () => {
    const tables = await readTables(at)
    expect([...tables.keys()].toSorted()).toEqual(Object.keys(fileNames).toSorted())
    for (const table of tables.values()) expect(await writtenAndRead(table)).toEqual(table)
  })

  test('is made again from its votes and statements: the log, and who thinks what', async () => {
    const tables = await readTables(at)
    const { log } = await readPolis([at])
    const comments = columnsOf(tables.get('comments') as PolisTable, [
      'comment-id',
      'author-id',
      'timestamp',
      'moderated',
      'comment-body',
    ])
    const statements = comments.map(([id = '', author = '', time, moderated, text = '']): ToldStatement => {
      return { id, author, at: Number(time), moderated: Number(moderated) as -1 | 0 | 1, text }
    })
    const participants = tables.get('participants') as PolisTable
    const groups = new Map(
      columnsOf(participants, ['participant', 'group-id']).map(([id, group]) => [id, group]),
    )
    const groupOf = Int32Array.from(log.participants, (id) => Number(groups.get(id) || -1))
    const told = { topic: '', description: '', url: '', views: 0, log, statements, groupOf }
    const [made, votes, toldOf] = [
      makeTable('participants', told),
      makeTable('votes', told),
      makeTable('comments', told),
    ]
    const lines = (rows: readonly (readonly string[])[]) => rows.map((cells) => cells.join()).toSorted()
    expect(lines(made.rows)).toEqual(lines(columnsOf(participants, made.columns)))
    const logged = votes.columns.filter((column) => column !== 'datetime')
    expect(lines(columnsOf(votes, logged))).toEqual(
      lines(columnsOf(tables.get('votes') as PolisTable, logged)),
    )
    const kept = toldOf.columns.filter((column) => !['datetime', 'agrees', 'disagrees'].includes(column))
    expect(columnsOf(toldOf, kept)).toEqual(columnsOf(tables.get('comments') as PolisTable, kept))
  })
})

test('A cell that a spreadsheet would run is harmless in the file and itself again when read; numbers stay numbers', async () => {
  const table = {
    columns: ['vote', 'comment-body'],
    rows: [
      ['-1', '=1+1'],
      ['0', '-1'],
      ['1', "'=x"],
      ['1', '說「好」, "yes"\nand no'],
    ],
  }
  expect(writeTable(table)).toContain("-1,'=1+1")
  expect(writeTable(table)).toContain('0,-1')
  expect(await writtenAndRead(table)).toEqual(table)
})

test('Columns that are not ours are given back where they stood', async () => {
  const table = {
    columns: ['participant', 'xid', 'group-id', '01', 'note'],
    rows: [['007', 'a', '', '-1', 'b']],
  }
  expect(await writtenAndRead(table)).toEqual(table)
})
