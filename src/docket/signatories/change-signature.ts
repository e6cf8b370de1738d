import type { OrganisationId, PersonId } from '../../participants/index.ts'
import type { Db, Tx } from '../../platform/db/index.ts'
import type { Instant } from '../../platform/time.ts'
import { append, type RecordTables } from '../../record/index.ts'
import type { Verification } from '../comments/model.ts'
import type { CommentTables } from '../comments/tables.ts'
import type { Signature } from './model.ts'
import { type StepName, steps } from './model.ts'
import { moveSignature } from './store.ts'

/** Who takes the step, and what is known by it. */
export interface Stepping {
  verification?: Verification
  /** For which the person speaks. */
  organisation?: OrganisationId | undefined
  by?: PersonId | undefined
  reason?: string | undefined
  at: Instant
}

type Tables = CommentTables & RecordTables

/** One step of a signature with its entry, which names neither organisation nor address; a second press changes nothing. */
export function changeSignature(
  db: Db<Tables>,
  signature: Stepped,
  step: StepName,
  stepping: Stepping,
): Promise<boolean> {
  return db.transaction().execute((tx) => changeSignatureIn(tx, signature, step, stepping))
}

type Stepped = Pick<Signature, 'id' | 'comment' | 'process'>

/** The same in a transaction that does more. */
export async function changeSignatureIn(
  tx: Tx<Tables>,
  { id, comment, process }: Stepped,
  step: StepName,
  { at, ...stepping }: Stepping,
): Promise<boolean> {
  const { from, to, kind } = steps[step]
  if (!(await moveSignature(tx, id, from, { state: to, ...stepping }, at))) return false
  const { verification, reason, by } = stepping
  const detail = { signatory: id, ...(verification && { verification }), ...(reason && { reason }) }
  const about = { kind: 'comment', id: comment }
  await append(tx, { kind, about, process, by, at, detail })
  return true
}
