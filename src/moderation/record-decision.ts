import type { Tx } from '../platform/db/index.ts'
import { newId } from '../platform/id.ts'
import type { RecordTables } from '../record/index.ts'
import { deleteAssignment } from './assignment/store.ts'
import { type Decision, type DecisionId, needsReason } from './model.ts'
import { closeByDecision } from './objections/close-objection.ts'
import { insertDecision } from './store.ts'
import type { ModerationTables } from './tables.ts'

/** Writes a decision beside the state it changes; the caller appends the entry in the same transaction. */
export async function recordDecision(
  tx: Tx<ModerationTables & RecordTables>,
  decision: Omit<Decision, 'id' | 'redactions' | 'redactedFor'> & Partial<Decision>,
): Promise<DecisionId> {
  if (needsReason(decision.act) && decision.reason === undefined) {
    throw new Error('Nothing is withheld or erased without a reason.')
  }
  const id = newId<'decision'>(decision.at.getTime())
  await deleteAssignment(tx, decision.about)
  await closeByDecision(tx, decision)
  await insertDecision(tx, { redactions: 0, redactedFor: [], ...decision, id })
  return id
}
