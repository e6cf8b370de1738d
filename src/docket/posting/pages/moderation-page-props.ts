import type { ComponentChildren } from 'preact'
import type { AssignedTo, SecondLook } from '../../../moderation/index.ts'
import type { PersonId } from '../../../participants/index.ts'
import type { Instant } from '../../../platform/time.ts'
import type { Process } from '../../../processes/index.ts'
import type { RequestForComment } from '../../../requests/index.ts'
import type { VerdictProblems } from '../check-verdict.ts'
import type { QueueView } from '../model.ts'
import type { WholeWaiting } from '../read-waiting.ts'

/** What the moderator had chosen and written when the form came back. */
export interface VerdictDraft {
  reason?: string | undefined
  explanation?: string | undefined
  /** Why a proposal is turned down. */
  why?: string | undefined
}

export interface ModerationPageProps {
  request: RequestForComment
  process: Process
  now: Instant
  whole: WholeWaiting
  /** Who reads this, and whether what they would withhold waits for somebody else. */
  viewer: PersonId | undefined
  secondLook: SecondLook
  /** Who else may moderate there, and who has this comment. */
  moderators: readonly { id: PersonId; name: string }[]
  assigned: AssignedTo | undefined
  /** The part of the queue that the reader came from. */
  view: QueueView
  groups: readonly { slug: string; name: string }[]
  draft?: VerdictDraft | undefined
  problems?: VerdictProblems | undefined
  /** Somebody was faster. */
  notAsSeen?: boolean | undefined
  /** Somebody else took it, or gave it away. */
  notYours?: boolean | undefined
  back?: { href: string; text: string } | undefined
  /** Stands above: what was decided last, how many wait. */
  children?: ComponentChildren
}
