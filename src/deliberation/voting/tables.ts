import type { ColumnType } from 'kysely'
import type { OrganisationId, PersonId } from '../../participants/index.ts'
import type { Id } from '../../platform/id.ts'
import type { Instant } from '../../platform/time.ts'
import type { IssueId } from '../../processes/index.ts'
import type { LeafId } from '../../record/index.ts'
import type { DeliberationId } from '../deliberations/model.ts'
import type { DeliberationsTables } from '../deliberations/tables.ts'
import type { StatementId } from '../statements/model.ts'
import type { StatementsTables } from '../statements/tables.ts'
import type { ParticipantId, VoteId, VoteValue } from './model.ts'

type BatchId = Id<'batch'>
type Later<Value> = ColumnType<Value | null, undefined, Value | null>

export interface VotesTables {
  'deliberation.participant': {
    id: ParticipantId
    deliberation_id: DeliberationId
    number: number
    person_id: PersonId | null
    organisation_id: OrganisationId | null
    code_hash: Buffer | null
    stakeholder_group: Later<string>
    asked: ColumnType<boolean, undefined, boolean>
    joined_at: Instant
    network: Later<Buffer>
    known_as: ColumnType<string | null, string | undefined, never>
  }
  'deliberation.expertise': { participant_id: ParticipantId; issue_id: IssueId }
  'deliberation.batch': {
    id: BatchId
    deliberation_id: DeliberationId
    sealed_at: Instant
    votes: number
    root: Buffer
    leaf_id: LeafId
  }
  'deliberation.vote_log': {
    id: VoteId
    place: ColumnType<number, undefined, never>
    deliberation_id: DeliberationId
    participant_id: ParticipantId
    statement_id: StatementId
    value: VoteValue
    matters: boolean
    at: Instant
    salt: Buffer | null
    hash: Buffer
    batch_id: Later<BatchId>
    in_batch: Later<number>
  }
  'deliberation.vote': {
    statement_id: StatementId
    participant_id: ParticipantId
    deliberation_id: DeliberationId
    log_id: VoteId
    value: VoteValue
    matters: boolean
  }
  'deliberation.tally': { statement_id: StatementId; agree: number; disagree: number; pass: number }
  'deliberation.vote_reason': {
    id: Id<'vote-reason'>
    deliberation_id: DeliberationId
    log_id: VoteId
    number: number
    words: string
    state: 'pending' | 'posted' | 'withheld' | 'erased'
    at: Instant
  }
}

export type DeliberationTables = DeliberationsTables & StatementsTables & VotesTables
