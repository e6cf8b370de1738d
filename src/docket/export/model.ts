import type { ModerationAct } from '../../moderation/model.ts'
import type { Instant } from '../../platform/time.ts'
import type { CommentState } from '../comments/model.ts'

export interface Fate {
  state: CommentState
  withdrawn: boolean
  /** When the sender put another comment in its place. */
  supersededAt: Instant | null
}

export type Status = CommentState | 'withdrawn' | 'superseded'

/** What happened to a comment last, as the log must tell it too. */
export function statusOf(
  { state, withdrawn, supersededAt }: Fate,
  decided: { act: ModerationAct; at: Instant } | undefined,
): Status {
  if (state === 'erased') return state
  if (withdrawn) return 'withdrawn'
  if (supersededAt && !(decided && decided.at > supersededAt)) return 'superseded'
  return state
}
