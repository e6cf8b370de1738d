import type { OrganisationId, PersonId } from '../../participants/index.ts'
import type { Instant } from '../../platform/time.ts'
import type { RequestId } from '../../requests/index.ts'
import type { CommentId } from '../comments/model.ts'
import type { ClaimId, Outcome, Whose } from './model.ts'

export interface ClaimTables {
  'docket.vouched': {
    comment_id: CommentId
    organisation: OrganisationId
    by_person: PersonId | null
    at: Instant
  }
  'docket.look_up': { asked_from: Buffer; address: Buffer; asked_at: Instant }
  'docket.claim': {
    id: ClaimId
    token_hash: Buffer
    asked_from: Buffer
    name: string
    email: string
    whose: Whose
    words: string
    made_at: Instant
    confirmed_at: Instant | null
  }
  'docket.claimed': {
    claim_id: ClaimId
    comment_id: CommentId
    request_id: RequestId
    outcome: Outcome | null
    answer: string
    decided_by: PersonId | null
    decided_at: Instant | null
  }
}
