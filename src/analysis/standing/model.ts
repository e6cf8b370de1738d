import type { CommentId } from '../../docket/comments/model.ts'
import type { ProcessId } from '../../processes/model.ts'
import type { RequestId } from '../../requests/model.ts'

/** How far analysts are with a comment. */
export type ReadState = 'waits' | 'being-read' | 'half-read' | 'not-substantive' | 'coded'

/** Of the readings of a comment, how many are at it still, are done, and found something. */
export interface Readings {
  taken: number
  done: number
  substantive: number
  /** A second one has still to read it, unaware of what the first one noted. */
  awaitsSecond: boolean
}

/** Where a comment stands on the analyst's bench. */
export interface Standing extends Readings {
  comment: CommentId
  request: RequestId
  process: ProcessId
  number: string
  docket: string
  /** How many of its passages carry a coding that counts. */
  passages: number
}

/** Who is at it still decides; after that, one who found something outweighs those who did not. */
export function readStateOf({ taken, done, substantive, awaitsSecond }: Readings): ReadState {
  if (taken > 0) return 'being-read'
  if (done === 0) return 'waits'
  if (awaitsSecond) return 'half-read'
  return substantive > 0 ? 'coded' : 'not-substantive'
}
