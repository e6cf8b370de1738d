import { listTakenFiles, type TakingTables } from './deliberation/index.ts'
import {
  type CommentTables,
  clearDrafts,
  type DatasetsTables,
  type ImportTables,
  type IntakeTables,
  listCommentFiles,
  listDatasetFiles,
  listImportFiles,
} from './docket/index.ts'
import type { FileStore, PointedAt } from './platform/files/index.ts'
import { type Loop, startLoop } from './platform/loop.ts'
import type { Services } from './platform/services.ts'
import { after } from './platform/time.ts'
import { listPaperFiles, type RequestsTables } from './requests/index.ts'

export type TidyTables = IntakeTables &
  CommentTables &
  DatasetsTables &
  ImportTables &
  RequestsTables &
  TakingTables

type TidyServices = Pick<Services<TidyTables>, 'db' | 'clock'> & { files: FileStore }

const HOUR = 60 * 60 * 1000

/** Which files some room still needs. */
export const filesPointedAt =
  (db: TidyServices['db']): PointedAt =>
  async (addresses) => {
    if (addresses.length === 0) return new Set()
    return new Set([
      ...(await listCommentFiles(db, addresses)),
      ...(await listDatasetFiles(db, addresses)),
      ...(await listImportFiles(db, addresses)),
      ...(await listPaperFiles(db, addresses)),
      ...(await listTakenFiles(db, addresses)),
    ])
  }

/** Takes away old drafts, then files of yesterday and before that no room points at. */
export async function tidy({ db, clock, files }: TidyServices): Promise<{ drafts: number; files: number }> {
  const drafts = await clearDrafts({ db, clock })
  const swept = await files.sweep(after(clock.now(), -24 * HOUR), filesPointedAt(db))
  return { drafts, files: swept }
}

/** Tidies every hour until stopped; a failure is told and tried again. */
export function keepTidy(services: TidyServices, log: (line: string) => void): Loop {
  return startLoop(async () => {
    await tidy(services).catch((error) =>
      log(`Tidying up failed: ${error instanceof Error ? error.message : error}`),
    )
    return HOUR
  })
}
