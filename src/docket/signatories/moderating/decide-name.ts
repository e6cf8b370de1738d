import { type ModerationTables, recordDecision } from '../../../moderation/index.ts'
import type { Actor } from '../../../participants/index.ts'
import type { Db } from '../../../platform/db/index.ts'
import type { Instant } from '../../../platform/time.ts'
import { appendLeaf, type RecordTables } from '../../../record/index.ts'
import type { CommentTables } from '../../comments/tables.ts'
import { reasonPart } from '../../posting/decide-comment.ts'
import { changeSignatureIn } from '../change-signature.ts'
import type { Signature } from '../model.ts'

type Tables = CommentTables & RecordTables & ModerationTables

/** Withholds a name under a comment for a reason, or publishes it again: said in the public log; no if somebody was faster. */
export async function decideName(
  db: Db<Tables>,
  { person: by }: Actor,
  signature: Signature,
  decided: { act: 'withhold'; reason: string } | { act: 'post'; reason?: undefined },
  at: Instant,
): Promise<boolean> {
  const { act, reason } = decided
  const shown = signature.verification === 'none' ? 'show' : 'showConfirmed'
  const { id, number, process, leaf: about } = signature
  return db.transaction().execute(async (tx) => {
    const step = act === 'withhold' ? 'withhold' : shown
    if (!(await changeSignatureIn(tx, signature, step, { reason, by, at }))) return false
    const withheld = act === 'withhold'
    const { leaf } = await appendLeaf(tx, {
      kind: withheld ? 'signatory-withheld' : 'signatory-shown',
      ...{ number, process, received: at, about },
      parts: withheld ? [reasonPart({ reason, explanation: '' })] : [],
    })
    const decision = { process, about: { kind: 'signatory', id }, act, reason, explanation: '', by, at }
    await recordDecision(tx, { ...decision, leaf: leaf.id })
    return true
  })
}
