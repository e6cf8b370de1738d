import type { ColumnType, Generated } from 'kysely'
import type { CommentId } from '../../docket/index.ts'
import type { Instant } from '../../platform/time.ts'
import type { RequestId } from '../../requests/index.ts'
import type { VersionId } from '../../texts/index.ts'
import type { CampaignCounts, CampaignId } from './model.ts'

export interface CampaignTables {
  'analysis.campaign': {
    id: CampaignId
    request_id: RequestId
    found_at: Instant
    ended_at: Instant | null
    merged_into: CampaignId | null
    split_from: CampaignId | null
    texts: number
    weighed: number
    template_id: number | null
  }
  'analysis.read_text': {
    id: Generated<number>
    request_id: RequestId
    comment_id: CommentId
    attachment_id: string | null
    versions: VersionId[]
    stub: boolean
    wording: number | null
    campaign_id: CampaignId | null
  }
  'analysis.campaign_member': {
    id: Generated<number>
    campaign_id: CampaignId
    comment_id: CommentId
    attachment_id: string | null
    joined_at: Instant
    left_at: Instant | null
  }
  'analysis.to_read': { comment_id: CommentId; request_id: RequestId }
  'analysis.finding': {
    request_id: RequestId
    holder: string | null
    held_until: Instant | null
    waited: ColumnType<number, number | undefined>
    done: ColumnType<number, number | undefined>
    read_at: Instant | null
    counts: ColumnType<CampaignCounts | null, string | null, string | null>
  }
}
