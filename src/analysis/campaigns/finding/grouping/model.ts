import type { CommentId } from '../../../../docket/comments/model.ts'
import type { VersionId } from '../../../../texts/model.ts'
import type { CampaignId, TextKey } from '../../model.ts'

export interface NewCampaign {
  id: CampaignId
  /** The campaign that it fell away from. */
  from: CampaignId | undefined
}

/** A text that was read, with the campaign it is in. */
export interface InCampaign {
  id: number
  comment: CommentId
  campaign: CampaignId | null
}

export interface NewText extends InCampaign, TextKey {
  versions: VersionId[]
  /** Nothing for a stub. */
  wording: number | null
}

/** A wording of a campaign by its first text, with how many texts have it. */
export interface Weighed {
  first: number
  copies: number
}

/** The campaigns that these texts are in, the most frequent first. */
export function byFrequency(texts: readonly InCampaign[]): CampaignId[] {
  const counts = new Map<CampaignId, number>()
  for (const { campaign } of texts) if (campaign) counts.set(campaign, (counts.get(campaign) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1]).map(([campaign]) => campaign)
}
