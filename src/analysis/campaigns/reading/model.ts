import type { CommentId, Verification } from '../../../docket/comments/model.ts'
import type { Instant } from '../../../platform/time.ts'
import type { CampaignCounts, CampaignId } from '../model.ts'

/** Names the public reads, by how far each is confirmed. */
export type Signatories = Readonly<Record<Verification, number>>

export const signatoriesOf = ({ none, organisation, 'e-mail': byMail }: Signatories): number =>
  none + organisation + byMail

export interface RequestCounts extends CampaignCounts {
  signatories: Signatories
}

/** How far the finder is: comments that wait, of how many. */
export interface Progress {
  left: number
  of: number
}

export interface ShownWords {
  number: string
  /** The place of the attachment whose text it is, or nothing for the answers. */
  attachment: number | undefined
  language: string
  text: string
}

export interface ShownCampaign {
  id: CampaignId
  comments: number
  signatories: Signatories
  wordings: number
  firstSeen: Instant
  lastSeen: Instant
  /** What stands for all: chosen among those posted now. */
  template: ShownWords & { wording: number }
}

/** A wording of a campaign, in the words of the first posted text that has it. */
export interface Variant extends ShownWords {
  texts: number
}

export interface Member {
  comment: CommentId
  number: string
  sentAt: Instant
  group: string
  named: boolean
  verification: Verification
  joinedAt: Instant | null
}

/** What the analysis says of one comment. */
export type Standing =
  | { kind: 'campaign'; id: CampaignId; docket: string; comments: number }
  | { kind: 'unique' }
  | { kind: 'stub' }

/** A campaign of fewer is none: who says a thing twice is not two. */
export const FEWEST_COMMENTS = 2

export const A_PAGE_OF_VARIANTS = 10
