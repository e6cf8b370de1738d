import { forgetAllowed } from '../deliberation/index.ts'
import { type ErasedComments, emptyGlances, forgetAsked } from '../docket/index.ts'
import { deleteLinks, isLastAdministrator, type PersonId } from '../participants/index.ts'
import type { Tx } from '../platform/db/index.ts'
import type { Instant } from '../platform/time.ts'
import { eraseThings, LastAdministrator } from './erase-things.ts'
import { listThings, type Meant } from './find-to-erase.ts'
import { copyToLedger, LedgerNotWritten, noteInLedger } from './ledger.ts'
import type { LedgerEntry } from './ledger-lines.ts'
import type { ErasingRefusal } from './model.ts'
import { graceBefore, removeFiles } from './remove-files.ts'
import type { ErasingServices } from './services.ts'
import type { ErasingTables } from './tables.ts'

/** So many comments go at once: nobody waits for thousands of them, and what is done stays done. */
const BATCH = 100

interface Erasing {
  reason: string
  by: PersonId | undefined
  at: Instant
}

type Gone = ErasedComments & { entries: LedgerEntry[]; isLast: boolean }

/** What stands of an address beside all that has an id: links to sign in, questions asked about it, rows looked at. */
async function forgetAddress(tx: Tx<ErasingTables>, { by }: Meant, at: Instant): Promise<void> {
  if ('number' in by) return
  await deleteLinks(tx, by.email, at)
  await forgetAsked(tx, by.email, at)
  await emptyGlances(tx, by.email)
  await forgetAllowed(tx, by.email)
}

/** Finds and erases within one transaction, which ends only once the ledger knows. */
function eraseSome(services: ErasingServices, meant: Meant, erased: Erasing): Promise<Gone> {
  return services.db.transaction().execute(async (tx) => {
    const { things, isLast } = await listThings(tx, meant, BATCH)
    const gone = await eraseThings(tx, things, erased)
    if (isLast) await forgetAddress(tx, meant, erased.at)
    await noteInLedger(services, gone.entries)
    return { ...gone, isLast }
  })
}

async function eraseAll(services: ErasingServices, meant: Meant, erased: Erasing): Promise<void> {
  for (;;) {
    const { files, archives, entries, isLast } = await eraseSome(services, meant, erased)
    await copyToLedger(services, entries)
    await removeFiles(services, archives)
    await removeFiles(services, files, graceBefore(erased.at))
    if (isLast) return
  }
}

/**
 * Erases all of it, comments by the hundred and whoever sent them last; then their files go. One that was interrupted
 * goes on where it stopped when it is asked for again.
 */
export async function eraseFound(
  services: ErasingServices,
  meant: Meant,
  erased: Erasing,
): Promise<'erased' | ErasingRefusal> {
  const { person } = meant
  if (person && (await isLastAdministrator(services.db, person.id))) return 'last-administrator'
  try {
    await eraseAll(services, meant, erased)
    return 'erased'
  } catch (error) {
    if (error instanceof LastAdministrator) return 'last-administrator'
    if (error instanceof LedgerNotWritten) return 'ledger-not-written'
    throw error
  }
}
