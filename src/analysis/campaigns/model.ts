import type { CommentId } from '../../docket/comments/model.ts'
import type { Id } from '../../platform/id.ts'
import type { VersionId } from '../../texts/model.ts'

export type CampaignId = Id<'campaign'>

/** A text as it is compared: the answers of a comment joined in their order, or one attachment. */
export interface TextKey {
  comment: CommentId
  attachment: string | null
}

export interface PostedWords extends TextKey {
  versions: VersionId[]
  text: string
}

/** One key for one text, to look it up by. */
export const keyOf = ({ comment, attachment }: TextKey): string => `${comment} ${attachment ?? ''}`

/** Numbers about a request, each counted apart: nothing is hidden, merged or left out for being a copy. */
export interface CampaignCounts {
  /** Posted comments that were read. */
  comments: number
  /** Texts that say something of their own: each campaign once, each other text that is no stub once. */
  distinct: number
  campaigns: number
  /** Comments with a text in a campaign. */
  copies: number
  /** Comments that are too short to tell or only point elsewhere, with all they say. */
  stubs: number
}
