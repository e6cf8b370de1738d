import { recordDecision } from '../../../moderation/index.ts'
import type { Actor } from '../../../participants/index.ts'
import type { Instant } from '../../../platform/time.ts'
import { append, appendLeaf } from '../../../record/index.ts'
import { quotedNumber } from '../../deliberations/model.ts'
import type { Seen } from '../../deliberations/seen.ts'
import type { VotingDb } from '../services.ts'
import type { GivenReason, ReasonState } from './given-reason.ts'
import { moveReason } from './store.ts'

export interface ReasonVerdict {
  seen: ReasonState
  act: 'post' | 'withhold'
  reason: string | undefined
  explanation: string
}

/** Lets the public read why somebody voted so, or not; the moderation log says which. */
export function decideReason(
  db: VotingDb,
  { process, deliberation }: Seen,
  given: GivenReason,
  { seen, act, reason, explanation }: ReasonVerdict,
  { person: by, at }: Pick<Actor, 'person'> & { at: Instant },
): Promise<'decided' | 'notAsSeen'> {
  const to = act === 'post' ? 'posted' : 'withheld'
  return db.transaction().execute(async (tx) => {
    if (seen === to || !(await moveReason(tx, { id: given.id, from: seen, to }))) return 'notAsSeen'
    const number = `${quotedNumber(process.docketPrefix, deliberation.number)}-R${given.number}`
    const kind = `reason-${to}`
    const { leaf } = await appendLeaf(tx, { kind, number, process: process.id, received: at })
    const about = { kind: 'vote-reason', id: given.id }
    await recordDecision(tx, { process: process.id, about, act, reason, explanation, by, at, leaf: leaf.id })
    await append(tx, { kind, about, process: process.id, by, at, detail: { reason: reason ?? null } })
    return 'decided'
  })
}
