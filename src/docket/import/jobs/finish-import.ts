import type { PersonId } from '../../../participants/index.ts'
import type { Instant } from '../../../platform/time.ts'
import { append } from '../../../record/index.ts'
import { addCounts, type ImportCounts, noCounts, type RowProblem } from '../model.ts'
import type { ImportServices } from '../services.ts'
import type { FilesBeside } from '../sources/files-beside.ts'
import { say } from '../words.ts'
import { LostClaim, type Run } from './run-import.ts'
import { addProblems, moveImport, saveProgress } from './store.ts'

/** Files that no row names are told, each by its name: nothing that was brought is passed over in silence. */
function strayFiles(beside: FilesBeside | undefined): RowProblem[] {
  const names = beside?.unused() ?? []
  return names.map((place) => ({ row: 0, place, outcome: 'failed', said: say('strayFile') }))
}

/** Ends an import with its entry in the record. */
export async function finishImport(
  { db, clock }: Pick<ImportServices, 'db' | 'clock'>,
  run: Run & { by: PersonId | undefined },
  counts: ImportCounts,
): Promise<ImportCounts> {
  const now = clock.now()
  const stray = strayFiles(run.opened.beside)
  const all = addCounts(counts, { ...noCounts(), strayFiles: stray.length })
  await db.transaction().execute(async (tx) => {
    await addProblems(tx, run.id, stray)
    const held = await saveProgress(tx, run, { counts: all, part: 1, until: now })
    if (!held || !(await moveImport(tx, run.id, ['running'], { state: 'done', at: now })))
      throw new LostClaim('The import is in other hands.')
    await append(tx, entryOf(run, all, now))
  })
  return all
}

function entryOf({ id, request, by }: Run & { by: PersonId | undefined }, counts: ImportCounts, at: Instant) {
  const { read, imported, skipped, notices, dockets, documents, warned: warnings, failed } = counts
  return {
    kind: 'file-imported',
    about: { kind: 'request', id: request.id },
    process: request.processId,
    ...(by && { by }),
    at,
    detail: { import: id, read, imported, skipped, notices: notices + dockets + documents, warnings, failed },
  }
}
