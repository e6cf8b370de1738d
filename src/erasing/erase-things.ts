import {
  type ClaimId,
  type CommentId,
  deleteClaims,
  eraseComments,
  eraseSignatures,
  type SignatoryId,
} from '../docket/index.ts'
import { deleteLinks, type Erased, erasePerson, type PersonId } from '../participants/index.ts'
import type { Tx } from '../platform/db/index.ts'
import { deleteMail, type MailId } from '../platform/mail/index.ts'
import type { ErasedKind, ErasedThing } from './model.ts'
import { insertErasures } from './store.ts'
import type { ErasingTables } from './tables.ts'

/** Thrown to undo everything: an installation is never left without an administrator. */
export class LastAdministrator extends Error {}

/** Erases in every room, remembers it by ids alone, and answers the files that nothing may need now. */
export async function eraseThings(
  tx: Tx<ErasingTables>,
  things: readonly ErasedThing[],
  erased: Erased,
  address?: string | undefined,
): Promise<string[]> {
  const of = <Id extends string>(kind: ErasedKind) =>
    things.flatMap((one) => (one.kind === kind ? [one.id as Id] : []))
  const { files } = await eraseComments(tx, of<CommentId>('comment'), erased)
  await deleteClaims(tx, of<ClaimId>('claim'))
  await eraseSignatures(tx, of<SignatoryId>('signature'), erased)
  await deleteMail(tx, of<MailId>('mail'))
  for (const person of of<PersonId>('person'))
    if ((await erasePerson(tx, person, erased)) === 'last-administrator') throw new LastAdministrator()
  await deleteLinks(tx, address, erased.at)
  await insertErasures(tx, things, erased)
  return files
}
