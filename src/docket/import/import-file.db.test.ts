import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { ParticipantsTables } from '../../participants/index.ts'
import { testDatabase } from '../../platform/db/testing.ts'
import { openFileStore } from '../../platform/files/index.ts'
import { sharedData } from '../../platform/testing/shared-data.ts'
import { systemClock } from '../../platform/time.ts'
import type { TakingTables } from '../comments/take-comments.ts'
import { someRequest } from '../comments/testing.ts'
import { importFile } from './import-file.ts'
import { listProblems } from './jobs/store.ts'
import type { ImportTables } from './tables.ts'

const { db, close } = await testDatabase<TakingTables & ImportTables & ParticipantsTables>()
const folder = mkdtempSync(join(tmpdir(), 'parley-import-'))
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await close()
})

const files = await openFileStore(join(folder, 'files'))
const services = { db, files, clock: systemClock, origin: 'http://localhost:3000' }
const european = sharedData('comments-eu/complete.jsonl')
const american = sharedData('comments-bulk-csv/CMS-2025-0050-first-50.csv')

async function bring(file: string, request: ReturnType<typeof someRequest>, told = new Map()) {
  const report = await importFile(services, { file, request: { ...request, questions: [] }, told })
  if ('refused' in report) return report
  const problems = await listProblems(db, report.id)
  const of = (outcome: string) =>
    problems.filter((one) => one.outcome === outcome).map(({ row, reason }) => ({ row, reason }))
  return { ...report, failed: of('failed'), warnings: of('warning') }
}

function written(name: string, text: string): string {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}

const commentsOf = ({ id }: ReturnType<typeof someRequest>) =>
  db
    .selectFrom('docket.comment')
    .innerJoin('docket.answer', 'docket.answer.comment_id', 'docket.comment.id')
    .innerJoin('texts.version', 'texts.version.id', 'docket.answer.version_id')
    .select([
      'original_id',
      'declared_group',
      'docket.comment.language',
      'original_at',
      'state',
      'named',
      'text',
    ])
    .where('request_id', '=', id)
    .orderBy('docket.comment.number')
    .execute()

describe('a file of comments from elsewhere', () => {
  test.skipIf(!european)('brings every answer of the European call, once', async () => {
    const request = someRequest('EU-2026-0001')
    const first = await bring(european ?? '', request)
    expect(first).toMatchObject({ read: 1333, imported: 1333, skipped: 0, notices: 0, failed: [] })
    const again = await bring(european ?? '', request)
    expect(again).toMatchObject({ read: 1333, imported: 0, skipped: 1333, failed: [] })
    const comments = await commentsOf(request)
    expect(new Set(comments.map(({ original_id }) => original_id)).size).toBe(1333)
    expect(comments.every(({ text, original_at }) => text !== null && original_at !== null)).toBe(true)
    expect(comments.filter(({ declared_group }) => declared_group === 'users')).toHaveLength(948)
    expect(comments.filter(({ declared_group }) => declared_group === 'not-stated')).toHaveLength(32)
    expect(comments.filter(({ language }) => language === 'fr')).toHaveLength(138)
    expect(comments.every(({ state }) => state === 'posted')).toBe(true)
  })

  test.skipIf(!american)('tells the notice from the fifty submissions of the American download', async () => {
    const request = someRequest('US-2025-0050')
    expect(await bring(american ?? '', request)).toMatchObject({
      read: 51,
      imported: 50,
      notices: 1,
      failed: [],
    })
    expect(await bring(american ?? '', request)).toMatchObject({
      read: 51,
      imported: 0,
      skipped: 51,
      failed: [],
    })
  })

  test('names an id that comes back with other words, and does not merge it', async () => {
    const request = someRequest('DUP-1')
    const file = written('dup.csv', 'id,text\n7,first words\n7,other words\n')
    expect(await bring(file, request)).toMatchObject({
      imported: 1,
      failed: [{ row: 2, reason: expect.stringContaining('other words') }],
    })
    expect((await commentsOf(request)).map(({ text }) => text)).toEqual(['first words'])
  })

  test('keeps two rows without ids that say the same as two, and knows both when read again', async () => {
    const request = someRequest('NOID-1')
    const file = written('noid.jsonl', '{"text":"I agree."}\n{"text":"I agree."}\n')
    expect(await bring(file, request)).toMatchObject({ read: 2, imported: 2 })
    expect(await bring(file, request)).toMatchObject({ read: 2, imported: 0, skipped: 2 })
  })

  test('counts every row as imported, skipped, notice or failed', async () => {
    const request = someRequest('SUM-1')
    const file = written(
      'sum.jsonl',
      '{"id":"1","text":"Yes."}\nnonsense\n{"id":"2","text":""}\n{"id":"1","text":"Yes."}\n',
    )
    const report = await bring(file, request)
    expect(report).toMatchObject({ read: 4, imported: 1, skipped: 1, notices: 0 })
    expect(report).toMatchObject({
      failed: [{ row: 2 }, { row: 3, reason: expect.stringContaining('neither text') }],
    })
  })

  test('keeps what the docket has no column for beside the comment', async () => {
    const request = someRequest('REST-1')
    await bring(written('rest.csv', 'id,text,Shoe size\n1,Yes.,44\n'), request)
    const rows = await db
      .selectFrom('docket.imported_row')
      .select('rest')
      .where('request_id', '=', request.id)
      .execute()
    expect(rows).toEqual([{ rest: { 'Shoe size': '44' } }])
  })

  test('refuses a file in which no column is the text, and names the columns it saw', async () => {
    const request = someRequest('COL-1')
    expect(await bring(written('odd.csv', 'a,b\n1,2\n'), request)).toEqual({
      refused: 'no-text-column',
      columns: ['a', 'b'],
    })
    const told = new Map([['text', 'b']])
    expect(await bring(written('odd.csv', 'a,b\n1,2\n'), request, told)).toMatchObject({ imported: 1 })
    const absent = new Map([['text', 'c']])
    expect(await bring(written('odd.csv', 'a,b\n1,2\n'), request, absent)).toEqual({
      refused: 'no-such-column',
      column: 'c',
    })
  })
})
