import { databaseIsAway } from '../../../platform/db/index.ts'
import { after, type Instant } from '../../../platform/time.ts'
import type { Destination } from '../arrival-of-row.ts'
import { importBatch, type RowToTake } from '../import-batch.ts'
import { type KeyedRow, keyMaker } from '../keyed-row.ts'
import { addCounts, type ImportCounts, type RowProblem } from '../model.ts'
import type { ImportServices } from '../services.ts'
import { fail, isHere, newTally, type Tally } from '../sift.ts'
import { isOfDisk } from '../sources/is-of-disk.ts'
import type { Source } from '../sources/open-source.ts'
import { findImported, hasOlderKeys } from '../store.ts'
import type { ImportId } from '../tables.ts'
import { type FileTaking, takeFiles } from '../take-files.ts'
import { say } from '../words.ts'
import { type Meaning, type RefusedRow, rowReader } from './row-reader.ts'
import { addProblems, saveProgress } from './store.ts'

const BATCH = 200
/** Reading a file may take a second, and a scan a minute: how far it is is to show meanwhile. */
const BATCH_OF_FILES = 20
/** A batch is held whole, and a row may be a book. */
const BATCH_OF_LETTERS = 4_000_000
/** So long an import is held without a sign of life; then another worker goes on with it. */
export const HELD = 60_000

/** An import that is being brought in, from the row at which it stopped. */
export interface Run extends Destination, Meaning {
  handling: Meaning['handling']
  id: ImportId
  claim: string
  opened: Source
  /** What was counted before it stopped. */
  before: ImportCounts
  /** Asked after each batch; false lets it rest there. */
  goOn(): boolean
  progress?: ((counts: ImportCounts) => void) | undefined
}

/** Someone else holds it by now, or it was given up. */
export class LostClaim extends Error {}

/** A batch as it fills. */
interface Filling {
  read: number
  /** Files that its rows name. */
  named: number
  letters: number
  rows: KeyedRow[]
  tally: Tally
}

const newBatch = (): Filling => ({ read: 0, named: 0, letters: 0, rows: [], tally: newTally() })

const isFull = ({ read, named, letters }: Filling): boolean =>
  read >= BATCH || named >= BATCH_OF_FILES || letters >= BATCH_OF_LETTERS

/**
 * Brings the rows of a source into the docket, a batch a transaction, in memory that does not grow with the file. Rows
 * counted before are read again for their keys only. Answers what was counted, or nothing where it was asked to stop.
 */
export async function runImport(services: ImportServices, run: Run): Promise<ImportCounts | undefined> {
  const older = await hasOlderKeys(services.db, run.request.id)
  const read = rowReader(run, keyMaker({ older }))
  const files: FileTaking = { files: services.files, beside: run.opened.beside, at: services.clock.now() }
  let [counts, seen, batch] = [run.before, 0, newBatch()]
  for await (const row of run.opened.rows()) {
    seen += 1
    if (seen <= run.before.read) {
      await passOver(read(row), files)
      continue
    }
    put(batch, read(row))
    if (!isFull(batch)) continue
    counts = await settle(services, run, files, batch, counts)
    batch = newBatch()
    if (!run.goOn()) return undefined
  }
  return settle(services, run, files, batch, counts)
}

/** What was counted before the stop; the files it named are still spoken for. */
async function passOver(row: KeyedRow | RefusedRow, { beside }: FileTaking): Promise<void> {
  if ('failed' in row || !beside) return
  const { attachments, originalId: id } = row.submission
  for (const named of attachments) await beside.find(named, { id, place: row.place })
}

function put(batch: Filling, read: KeyedRow | RefusedRow): void {
  batch.read += 1
  batch.tally.counts.read += 1
  if (!('failed' in read)) {
    batch.rows.push(read)
    batch.named += read.submission.attachments.length
    for (const cell of read.cells.values()) batch.letters += cell.length
    return
  }
  const { failed: said, ...row } = read
  batch.tally.counts.failed += 1
  batch.tally.problems.push({ ...row, outcome: 'failed', said })
}

/** Finds the files of the rows that are new; a row whose files cannot be read is named, and holds up no other. */
async function withFiles(
  { db }: ImportServices,
  { request }: Run,
  files: FileTaking,
  { rows, tally }: Filling,
): Promise<RowToTake[]> {
  const known = await findImported(db, request.id, rows)
  const taken: RowToTake[] = []
  for (const row of rows) {
    const here = isHere(row, known)
    try {
      if (here) await passOver(row, files)
      taken.push({ row, files: here ? noFiles : await takeFiles(files, row) })
    } catch (error) {
      if (isOfHouse(error)) throw error
      fail(tally, row, say('filesNotRead'))
    }
  }
  return taken
}

/** A full disk or an absent database is no fault of a row: the import rests, and is tried again. */
const isOfHouse = (error: unknown) => isOfDisk(error) || databaseIsAway(error) || isStrained(error)

/** The database has no room, was told to stop, or two got into each other's way (SQLSTATE classes 53, 57, 58 and 40). */
const isStrained = (error: unknown) =>
  error instanceof Error && 'code' in error && /^(53|57|58|40)[0-9A-Z]{3}$/.test(String(error.code))

const noFiles = { taken: [], missing: [], warnings: [] }

/** Takes a batch whole; where the database turns it away, row by row, so that one bad row stops no other. */
async function settle(
  services: ImportServices,
  run: Run,
  files: FileTaking,
  batch: Filling,
  counts: ImportCounts,
): Promise<ImportCounts> {
  const ready = await withFiles(services, run, files, batch)
  const { tally } = batch
  try {
    return await take(services, run, ready, tally, counts)
  } catch (error) {
    if (error instanceof LostClaim || isOfHouse(error)) throw error
    return await oneByOne(services, run, ready, tally, counts)
  }
}

async function take(
  { db, clock }: ImportServices,
  run: Run,
  rows: readonly RowToTake[],
  tally: Tally,
  counts: ImportCounts,
): Promise<ImportCounts> {
  const reached = await db.transaction().execute(async (tx) => {
    const now = clock.now()
    const { counts: taken, problems } = await importBatch(tx, run, rows, now)
    const reached = addCounts(counts, addCounts(taken, tally.counts))
    await addProblems(tx, run.id, inOrder([...tally.problems, ...problems]))
    if (!(await saveProgress(tx, run, { counts: reached, part: run.opened.part(), until: heldUntil(now) })))
      throw new LostClaim('The import is in other hands.')
    return reached
  })
  run.progress?.(reached)
  return reached
}

const inOrder = (problems: RowProblem[]) => problems.toSorted((a, b) => a.row - b.row)
export const heldUntil = (now: Instant): Instant => after(now, HELD)

async function oneByOne(
  services: ImportServices,
  run: Run,
  rows: readonly RowToTake[],
  tally: Tally,
  counts: ImportCounts,
): Promise<ImportCounts> {
  // Counted only with the last of them: stopped in between, the batch is read again, and its rows are known.
  const all = newTally()
  for (const one of rows) merge(all, await takenAlone(services, run, one))
  merge(all, tally)
  return take(services, run, [], all, counts)
}

async function takenAlone({ db, clock }: ImportServices, run: Run, one: RowToTake): Promise<Tally> {
  try {
    return await db.transaction().execute((tx) => importBatch(tx, run, [one], clock.now()))
  } catch (error) {
    if (isOfHouse(error)) throw error
    const tally = newTally()
    fail(tally, one.row, say('notKept'))
    return tally
  }
}

function merge(into: Tally, { counts, problems }: Tally): void {
  into.counts = addCounts(into.counts, counts)
  into.problems.push(...problems)
}
