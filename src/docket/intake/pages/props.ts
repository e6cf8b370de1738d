import type { StakeholderGroup } from '../../../participants/index.ts'
import type { Instant } from '../../../platform/time.ts'
import type { Process } from '../../../processes/index.ts'
import type { RequestForComment } from '../../../requests/index.ts'
import type { Answered } from '../../comments/model.ts'
import type { DraftFile } from '../draft-file.ts'
import type { CommentForm, Problem } from '../model.ts'

/** What every page on the way to a comment knows. */
export interface WritingProps {
  request: RequestForComment
  process: Process
  groups: readonly StakeholderGroup[]
  now: Instant
  form: CommentForm
  files: readonly DraftFile[]
  problems?: readonly Problem[]
  /** The posted comments that it answers, once it was checked. */
  repliesTo?: readonly Answered[]
  /** The questions of the short way, by number; the others stand folded beneath them. */
  few?: readonly number[] | undefined
}

export const formAddress = (
  { docket }: Pick<RequestForComment, 'docket'>,
  { few, group }: { few?: readonly number[] | undefined; group?: string } = {},
): string => {
  const asked = new URLSearchParams({ ...(few && { questions: few.join('.') }), ...(group && { group }) })
  return `/requests/${encodeURIComponent(docket)}/comment${asked.size > 0 ? `?${asked}` : ''}`
}
