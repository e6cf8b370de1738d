import type { Tx } from '../../platform/db/index.ts'
import type { Instant } from '../../platform/time.ts'
import { takeComments } from '../comments/take-comments.ts'
import { tellPostedAsTaken } from '../posting/tell-posted-as-taken.ts'
import { arrivalOf, type Destination } from './arrival-of-row.ts'
import type { KeyedRow } from './keyed-row.ts'
import type { ImportCounts, RowKind } from './model.ts'
import type { ImportTx } from './services.ts'
import { newTally, sift, type Tally, warn } from './sift.ts'
import { findImported, insertImported } from './store.ts'
import type { RowFiles } from './take-files.ts'

const countedAs: Record<Exclude<RowKind, 'submission'>, keyof ImportCounts> = {
  docket: 'dockets',
  document: 'documents',
  notice: 'notices',
}

/** A row, and what came of the files it names. */
export interface RowToTake {
  row: KeyedRow
  files: RowFiles
}

/** Takes rows within a transaction: comments, their leaves, and what the rows said beside. */
export async function importBatch(
  tx: Tx<ImportTx>,
  to: Destination,
  batch: readonly RowToTake[],
  now: Instant,
): Promise<Tally> {
  const tally = newTally()
  const rows = batch.map(({ row }) => row)
  const known = await findImported(tx, to.request.id, rows)
  const fresh = new Set(sift(rows, known, tally))
  const kept = batch.filter(({ row }) => fresh.has(row))
  const submissions = kept.filter(({ row }) => row.submission.kind === 'submission')
  await takeSubmissions(tx, to, submissions, now)
  const beside = kept.filter(({ row }) => row.submission.kind !== 'submission')
  await insertImported(
    tx,
    to,
    beside.map((one) => ({ ...one, comment: null })),
  )
  for (const { row, files } of kept) tallyKept(tally, row, files)
  return tally
}

async function takeSubmissions(tx: Tx<ImportTx>, to: Destination, batch: readonly RowToTake[], now: Instant) {
  const arrivals = batch.map(({ row, files }) => arrivalOf(to, row, files, now))
  const taken = await takeComments(tx, arrivals)
  const fresh = taken.flatMap(({ id, again }) => (again ? [] : [id]))
  const numbers = new Map([...to.questions].map(([number, id]) => [id, number]))
  if (to.handling.posting === 'at-once') await tellPostedAsTaken(tx, fresh, numbers, now)
  await insertImported(
    tx,
    to,
    batch.map((one, at) => ({ ...one, comment: taken[at]?.id ?? null })),
  )
}

function tallyKept({ counts, ...tally }: Tally, row: KeyedRow, { taken, missing, warnings }: RowFiles): void {
  const { kind } = row.submission
  counts[kind === 'submission' ? 'imported' : countedAs[kind]] += 1
  counts.files += taken.length
  counts.filesMissing += missing.length
  warn({ counts, ...tally }, row, [...row.submission.warnings, ...warnings])
}
