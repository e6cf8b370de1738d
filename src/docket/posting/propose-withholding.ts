import { deleteAssignment, insertProposal, type ModerationTables } from '../../moderation/index.ts'
import type { PersonId } from '../../participants/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { newId } from '../../platform/id.ts'
import type { Instant } from '../../platform/time.ts'
import { append, type RecordTables } from '../../record/index.ts'
import type { CommentState } from '../comments/model.ts'
import type { CommentTables } from '../comments/tables.ts'
import { lockComment, type Waiting } from './store.ts'

interface Proposed {
  comment: Waiting
  verdict: { seen: CommentState; reason: string | undefined; explanation: string }
  at: Instant
}

/** Asks somebody else to confirm; until then nothing changes for the public. */
export async function proposeWithholding(
  tx: Tx<CommentTables & RecordTables & ModerationTables>,
  by: PersonId,
  { comment, verdict, at }: Proposed,
): Promise<'proposed' | 'not-as-seen'> {
  const { seen, reason, explanation } = verdict
  if (reason === undefined) throw new Error('Nothing is withheld without a reason.')
  if (seen === 'withheld' || !(await lockComment(tx, comment, seen))) return 'not-as-seen'
  const [about, process] = [{ kind: 'comment', id: comment.id }, comment.processId]
  const proposal = { id: newId<'proposal'>(at.getTime()), process, about, reason, explanation, by, at }
  if (!(await insertProposal(tx, proposal))) return 'not-as-seen'
  await deleteAssignment(tx, about)
  await append(tx, { kind: 'withholding-proposed', about, process, by, at, detail: { reason } })
  return 'proposed'
}
