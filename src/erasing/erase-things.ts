import { eraseCoded, eraseFromCampaigns, eraseFromMap, eraseFromSummaries } from '../analysis/index.ts'
import { eraseVoter } from '../deliberation/index.ts'
import {
  type ClaimId,
  type CommentId,
  deleteClaims,
  deleteImportRows,
  type ErasedComments,
  eraseComments,
  eraseSignatures,
  type SignatoryId,
} from '../docket/index.ts'
import { type Erased, erasePerson, type PersonId } from '../participants/index.ts'
import type { Tx } from '../platform/db/index.ts'
import { deleteMail, type MailId } from '../platform/mail/index.ts'
import type { LedgerEntry } from './ledger-lines.ts'
import type { ErasedKind, ErasedThing } from './model.ts'
import { insertErasures, lockLedger } from './store.ts'
import type { ErasingTables } from './tables.ts'

/** Thrown to undo everything: an installation is never left without an administrator. */
export class LastAdministrator extends Error {}

/** Erases in every room and remembers it by ids alone; answers the files that nothing may need now, and what is new. */
export async function eraseThings(
  tx: Tx<ErasingTables>,
  things: readonly ErasedThing[],
  erased: Erased,
): Promise<ErasedComments & { entries: LedgerEntry[] }> {
  const of = <Id extends string>(kind: ErasedKind) =>
    things.flatMap((one) => (one.kind === kind ? [one.id as Id] : []))
  const gone = await eraseComments(tx, of<CommentId>('comment'), erased)
  await eraseFromCampaigns(tx, of<CommentId>('comment'))
  await eraseFromSummaries(tx, of<CommentId>('comment'))
  await eraseCoded(tx, of<CommentId>('comment'))
  await eraseFromMap(tx, of<CommentId>('comment'))
  await deleteClaims(tx, of<ClaimId>('claim'))
  await deleteMail(tx, of<MailId>('mail'))
  await deleteImportRows(tx, of('import-row'))
  await eraseSignatures(tx, of<SignatoryId>('signature'), erased)
  for (const person of of<PersonId>('person')) {
    await eraseVoter(tx, person)
    if ((await erasePerson(tx, person, erased)) === 'last-administrator') throw new LastAdministrator()
  }
  await lockLedger(tx)
  return { ...gone, entries: await insertErasures(tx, things, erased) }
}
