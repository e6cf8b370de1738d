import type { ColumnType } from 'kysely'
import type { PersonId } from '../participants/index.ts'
import type { Id } from '../platform/id.ts'
import type { Instant } from '../platform/time.ts'
import type { LeafId } from '../record/index.ts'
import type { VersionId } from '../texts/index.ts'
import type { DecisionId, ModerationAct, RedactionId } from './model.ts'
import type { ObjectionId, ObjectionOutcome } from './objections/model.ts'
import type { ProposalId, ProposalOutcome } from './second-look/model.ts'

export interface ModerationTables {
  'moderation.reason': {
    code: string
    position: number
    name: string
    meaning: string
    act: ColumnType<'withhold' | 'erase', 'withhold' | 'erase' | undefined>
    retired: ColumnType<boolean, boolean | undefined>
  }
  'moderation.decision': {
    id: DecisionId
    process_id: Id<'process'>
    about_kind: string
    about_id: string
    act: ModerationAct
    reason_code: string | null
    explanation: string
    redactions: ColumnType<number, number | undefined>
    redacted_for: ColumnType<string[], string[] | undefined>
    by: PersonId | null
    at: Instant
    leaf_id: LeafId
  }
  'moderation.second_look': {
    process_id: Id<'process'>
    required: boolean
  }
  'moderation.proposal': {
    id: ProposalId
    process_id: Id<'process'>
    about_kind: string
    about_id: string
    reason_code: string
    explanation: string
    by: PersonId
    at: Instant
    outcome: ColumnType<ProposalOutcome | null, undefined, ProposalOutcome>
    closed_by: ColumnType<PersonId | null, undefined, PersonId>
    closed_at: ColumnType<Instant | null, undefined, Instant>
    why: ColumnType<string, undefined, string>
    decision_id: ColumnType<DecisionId | null, undefined, DecisionId>
  }
  'moderation.assignment': {
    about_kind: string
    about_id: string
    process_id: Id<'process'>
    person: PersonId
    by: PersonId
    at: Instant
  }
  'moderation.objection': {
    id: ObjectionId
    process_id: Id<'process'>
    about_kind: string
    about_id: string
    decision_id: DecisionId
    words: string
    at: Instant
    outcome: ColumnType<ObjectionOutcome | null, undefined, ObjectionOutcome>
    closed_by: ColumnType<PersonId | null, undefined, PersonId | null>
    closed_at: ColumnType<Instant | null, undefined, Instant>
    why: ColumnType<string, undefined, string>
  }
  'moderation.redaction': {
    id: RedactionId
    about_kind: string
    about_id: string
    of_kind: string
    of_id: string
    version_id: VersionId | null
    starts_at: number | null
    ends_at: number | null
    reason_code: string
    by: PersonId | null
    at: Instant
  }
}
