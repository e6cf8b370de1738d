import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { testDatabase } from '../../platform/db/testing.ts'
import { openFileStore } from '../../platform/files/index.ts'
import { systemClock } from '../../platform/time.ts'
import { someRequest } from '../comments/testing.ts'
import type { DocketTables } from '../posting/testing.ts'
import { importFile } from './import-file.ts'
import { listProblems } from './jobs/store.ts'
import type { ImportTables } from './tables.ts'

/** A database, a file store and a folder to write into; for tests only. */
export async function openImporting() {
  const database = await testDatabase<DocketTables & ImportTables>()
  const { db } = database
  const folder = mkdtempSync(join(tmpdir(), 'parley-import-'))
  const files = await openFileStore(join(folder, 'store'))
  const services = { db, files, clock: systemClock, origin: 'http://localhost:3000' }
  let request = someRequest()
  return {
    ...{ db, folder, files, services },
    request: () => request,
    newRequest: () => {
      request = someRequest()
      return request
    },
    written: (name: string, bytes: string | Uint8Array): string => {
      const file = join(folder, name)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, bytes)
      return file
    },
    /** What became of a file or folder, with the problems of its rows. */
    bring: async (file: string, told = new Map()) => {
      const report = await importFile(services, { file, request: { ...request, questions: [] }, told })
      if ('refused' in report) return report
      const problems = await listProblems(db, report.id)
      const of = (outcome: string) =>
        problems
          .filter((one) => one.outcome === outcome)
          .map(({ row, reason, place }) => ({ row, reason, ...(place !== undefined && { place }) }))
      return { ...report, failed: of('failed'), warnings: of('warning') }
    },
    comments: () =>
      db
        .selectFrom('docket.comment as comment')
        .leftJoin('docket.answer as answer', 'answer.comment_id', 'comment.id')
        .leftJoin('texts.version as version', 'version.id', 'answer.version_id')
        .leftJoin('docket.particulars as sender', 'sender.comment_id', 'comment.id')
        .select([
          'comment.id',
          'comment.original_id',
          'comment.original_at',
          'comment.language',
          'comment.state',
        ])
        .select(['declared_group', 'sender.name', 'sender.email', 'sender.organisation', 'version.text'])
        .where('request_id', '=', request.id)
        .orderBy('comment.number')
        .execute(),
    close: async () => {
      rmSync(folder, { recursive: true })
      await database.close()
    },
  }
}
