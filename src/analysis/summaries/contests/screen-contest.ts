import { recordDecision } from '../../../moderation/index.ts'
import type { Actor } from '../../../participants/index.ts'
import type { Instant } from '../../../platform/time.ts'
import { append, appendLeaf } from '../../../record/index.ts'
import { personOf } from '../../coding/at-desk.ts'
import type { ContestId } from '../model.ts'
import type { SummariesDb } from '../services.ts'
import type { Contest } from './model.ts'
import { findContest, moveContest } from './store.ts'

export interface Screening {
  contest: ContestId
  seen: Contest['state']
  act: 'post' | 'withhold'
  /** The code of the reason to withhold. */
  reason: string | undefined
  at: Instant
}

/** A moderator lets the public read the words of a contest, or not; what they decide stands in the moderation log. */
export function screenContest(
  db: SummariesDb,
  actor: Actor,
  { contest: id, seen, act, reason, at }: Screening,
): Promise<'screened' | 'not-as-seen'> {
  const by = personOf(actor)
  return db.transaction().execute(async (tx) => {
    const contest = await findContest(tx, id)
    const to = act === 'post' ? 'posted' : 'withheld'
    if (!contest?.number || !(await moveContest(tx, { id, from: seen, to }))) return 'not-as-seen'
    const { process, number } = contest
    const { leaf } = await appendLeaf(tx, { kind: `contest-${to}`, number, process, received: at })
    const about = { kind: 'contest', id }
    await recordDecision(tx, { process, about, act, reason, explanation: '', by, at, leaf: leaf.id })
    await append(tx, { kind: `contest-${to}`, about, process, by, at, detail: { reason: reason ?? null } })
    return 'screened'
  })
}
