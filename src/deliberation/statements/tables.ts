import type { ColumnType } from 'kysely'
import type { PersonId } from '../../participants/index.ts'
import type { Id } from '../../platform/id.ts'
import type { Instant } from '../../platform/time.ts'
import type { IssueId } from '../../processes/index.ts'
import type { LeafId } from '../../record/index.ts'
import type { VersionId } from '../../texts/index.ts'
import type { DeliberationId } from '../deliberations/model.ts'
import type { Origin, StatementId, StatementState } from './model.ts'

export interface StatementsTables {
  'deliberation.statement': {
    id: StatementId
    deliberation_id: DeliberationId
    number: number
    origin: Origin
    state: StatementState
    version_id: VersionId
    text_sha256: string
    leaf_id: LeafId
    issue_id: IssueId | null
    person_id: PersonId | null
    at: Instant
    replaces: ColumnType<StatementId | null, StatementId | null | undefined>
    replaced_by: ColumnType<StatementId | null, undefined, StatementId | null>
    source_comment: Id<'comment'> | null
    source_excerpt: Id<'excerpt'> | null
    source_version: VersionId | null
    starts: number | null
    ends: number | null
    known_as: ColumnType<string | null, undefined, string>
    moderated: ColumnType<-1 | 0 | 1 | null, undefined, number>
  }
}
