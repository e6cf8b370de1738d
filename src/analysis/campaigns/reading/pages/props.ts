import type { Instant } from '../../../../platform/time.ts'
import type { Process } from '../../../../processes/index.ts'
import type { RequestForComment } from '../../../../requests/index.ts'
import type { Member, Progress, RequestCounts, ShownCampaign, Variant } from '../model.ts'

export interface CampaignsProps {
  request: RequestForComment
  process: Process
  now: Instant
  counts: RequestCounts
  progress: Progress
  campaigns: readonly ShownCampaign[]
  page: number
  more: boolean
}

export interface CampaignProps {
  request: RequestForComment
  process: Process
  now: Instant
  campaign: ShownCampaign
  variants: readonly Variant[]
  /** Which page of the variants this is. */
  page: number
  members: readonly Member[]
  groups: readonly { slug: string; name: string }[]
  /** Where the page of members begins, and where the next does. */
  from: string
  next: string | undefined
}
