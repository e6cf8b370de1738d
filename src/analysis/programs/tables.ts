import type { CommentId, PostedTables } from '../../docket/index.ts'
import type { Instant } from '../../platform/time.ts'
import type { ProcessId } from '../../processes/index.ts'
import type { RecordTables } from '../../record/index.ts'
import type { RequestId } from '../../requests/index.ts'
import type { VersionId } from '../../texts/index.ts'
import type { CodingTables } from '../coding/tables.ts'
import type { Fares } from './model.ts'

export interface ProgramTables extends CodingTables {
  /** A program that is on for a request, or was. */
  'analysis.program_use': {
    request_id: RequestId
    program: string
    on_since: Instant | null
    holder: string | null
    held_until: Instant | null
    misquoted: number
    unread: number
    trouble: string | null
    again_at: Instant | null
  }
  'analysis.program_version': {
    process_id: ProcessId
    program: string
    version: string
    made_at: Instant
    learnt_from: number
    measured: readonly Fares[]
  }
  'analysis.program_read': {
    comment_id: CommentId
    program: string
    version: string
    versions: readonly VersionId[]
    doubt: number
    at: Instant
  }
}

export type ReadingTables = ProgramTables & PostedTables & RecordTables
