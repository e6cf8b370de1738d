import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { listStakeholderGroups } from '../../participants/index.ts'
import { newId } from '../../platform/id.ts'
import type { Instant } from '../../platform/time.ts'
import type { RequestForComment } from '../../requests/index.ts'
import type { Arrival } from '../comments/model.ts'
import type { Columns } from './columns.ts'
import { type ColumnRefusal, columnRefusal, glance } from './inspect.ts'
import { finishImport } from './jobs/finish-import.ts'
import { type Handling, usualHandling } from './jobs/model.ts'
import { heldUntil, runImport } from './jobs/run-import.ts'
import { findSameBytes, insertImport } from './jobs/store.ts'
import { type ImportCounts, noCounts } from './model.ts'
import type { ImportServices } from './services.ts'
import { openSource, type Source, type SourceRefusal } from './sources/open-source.ts'
import type { ImportId } from './tables.ts'

export interface ImportOrder {
  /** A file, or a folder of them. */
  file: string
  request: Arrival['request'] & Pick<RequestForComment, 'questions'>
  told: Columns
  handling?: Handling
  progress?: (counts: ImportCounts) => void
}

export type ImportRefusal = ColumnRefusal | SourceRefusal
/** What became of it; the problems of single rows are listed under its id. */
export type ImportReport = ImportCounts & {
  id: ImportId
  /** When the very same bytes were brought into this request before. */
  broughtBefore?: Instant
}

/** Brings what lies on this machine into the docket, and waits for its end. */
export async function importFile(
  services: ImportServices,
  order: ImportOrder,
): Promise<ImportReport | ImportRefusal> {
  const opened = await openSource(order.file, { lone: true })
  if ('refused' in opened) return opened
  try {
    return columnRefusal(await glance(opened), order.told) ?? (await bring(services, order, opened))
  } finally {
    await opened.close()
  }
}

async function bring(
  services: ImportServices,
  { file, request: { questions: asked, ...request }, told, progress, handling = usualHandling }: ImportOrder,
  opened: Source,
): Promise<ImportReport> {
  const { db, clock } = services
  const now = clock.now()
  const claim = randomUUID()
  const brought = { id: newId<'import'>(now.getTime()), source: basename(resolve(file)), told, handling }
  const place = { request: request.id, process: request.processId }
  const row = { ...brought, ...place, sha256: undefined, ...(await contentOf(file)) }
  const held = { state: 'running', broughtBy: undefined, broughtAt: now } as const
  await db
    .transaction()
    .execute((tx) => insertImport(tx, { ...row, ...held, claim, claimedUntil: heldUntil(now) }))
  const run = {
    ...{ ...brought, request, opened, claim, by: undefined, progress, before: noCounts() },
    questions: new Map(asked.map(({ id, number }) => [number, id])),
    groups: new Set((await listStakeholderGroups(db)).map(({ slug }) => slug)),
    goOn: () => true,
  }
  const counts = await runImport(services, run)
  const before = await findSameBytes(db, row)
  const report = await finishImport(services, run, counts ?? noCounts())
  return { ...report, id: brought.id, ...(before && { broughtBefore: before.broughtAt }) }
}

async function contentOf(file: string): Promise<{ bytes: number; content: string | undefined }> {
  const found = await stat(file)
  if (found.isDirectory()) return { bytes: found.size, content: undefined }
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return { bytes: found.size, content: hash.digest('hex') }
}
