import type { StakeholderGroup } from '../../../participants/index.ts'
import type { Instant } from '../../../platform/time.ts'
import type { Process } from '../../../processes/index.ts'
import type { RequestForComment } from '../../../requests/index.ts'
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
}

export const formAddress = ({ docket }: Pick<RequestForComment, 'docket'>): string =>
  `/requests/${encodeURIComponent(docket)}/comment`
