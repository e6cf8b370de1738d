import type { ColumnType } from 'kysely'
import type { OrganisationId } from '../participants/index.ts'
import type { Id } from '../platform/id.ts'
import type { Instant } from '../platform/time.ts'
import type { Binding, IssueId, OutcomeCharacter, ProcessId } from './model.ts'

export interface ProcessesTables {
  'processes.process': {
    id: ProcessId
    slug: string
    name: string
    scope: string
    outcome_character: OutcomeCharacter
    binding: Binding
    convenor: OrganisationId | null
    docket_prefix: string
    zone: string
    created_at: Instant
    published_at: Instant | null
    parent_issue_id: ColumnType<IssueId | null, IssueId | null | undefined>
  }
  'processes.issue': {
    id: IssueId
    process_id: ProcessId
    number: number
    title: string
    description: string
  }
  'processes.stage': {
    id: Id<'stage'>
    process_id: ProcessId
    position: number
    name: string
    title: string
    opens_at: Instant
    closes_at: Instant
    what: string
  }
}
