import type { ComponentChildren } from 'preact'
import type { SecondLook } from '../../../moderation/index.ts'
import type { PersonId } from '../../../participants/index.ts'
import type { Instant } from '../../../platform/time.ts'
import type { Process } from '../../../processes/index.ts'
import type { RequestForComment } from '../../../requests/index.ts'
import type { VerdictProblems } from '../check-verdict.ts'
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
  groups: readonly { slug: string; name: string }[]
  draft?: VerdictDraft | undefined
  problems?: VerdictProblems | undefined
  /** Somebody was faster. */
  notAsSeen?: boolean | undefined
  back?: { href: string; text: string } | undefined
  /** Stands above: what was decided last, how many wait. */
  children?: ComponentChildren
}
