import type { Generated } from 'kysely'
import type { CommentId } from '../../docket/index.ts'
import type { Instant } from '../../platform/time.ts'
import type { IssueId } from '../../processes/index.ts'
import type { RequestId } from '../../requests/index.ts'
import type { CampaignId } from '../campaigns/model.ts'
import type { Position } from '../coding/model.ts'
import type { Voice } from './model.ts'

export interface MapTables {
  'analysis.map_voice': {
    comment_id: CommentId
    issue_id: IssueId
    position: Position
    request_id: RequestId
    excerpts: number
    first_on_issue: boolean
    first_at_all: boolean
    stakeholder_group: string
    country: string | null
    language: string
    voice: Voice
    campaign_id: CampaignId | null
    draw: number
    readers: number
  }
  'analysis.map_mark': { id: Generated<number>; request_id: RequestId; comment_id: CommentId }
  'analysis.map_refreshed': { request_id: RequestId; times: number }
  'analysis.published_map': { request_id: RequestId; published_at: Instant }
}
