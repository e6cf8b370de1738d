import { eraseExplanations, type ModerationTables } from '../../../moderation/index.ts'
import type { PersonId } from '../../../participants/index.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { forgetAuthor } from '../../statements/store.ts'
import type { StatementsTables } from '../../statements/tables.ts'
import type { VotesTables } from '../tables.ts'
import { forgetVoter } from './store.ts'

/** Erases a person from statements and votes; what others voted on, and the counts, stay. */
export async function eraseVoter(
  tx: Tx<VotesTables & StatementsTables & ModerationTables>,
  person: PersonId,
): Promise<void> {
  await forgetAuthor(tx, person)
  for (const id of await forgetVoter(tx, person)) await eraseExplanations(tx, 'vote-reason', id)
}
