import type { PersonId } from '../../participants/index.ts'
import type { Instant } from '../../platform/time.ts'
import type { ProcessId } from '../../processes/index.ts'
import type { CodeEnd, CodeId, CodingId } from './model.ts'

export interface CodebookTables {
  'analysis.code': {
    id: CodeId
    process_id: ProcessId
    parent_id: CodeId | null
    position: number
    name: string
    definition: string
    example: string
    ended_at: Instant | null
    ended_as: CodeEnd | null
  }
  'analysis.code_successor': { code_id: CodeId; successor_id: CodeId }
  'analysis.code_wording': {
    code_id: CodeId
    at: Instant
    by_person: PersonId | null
    name: string
    definition: string
    example: string
  }
  /** Which codings carry a code: merging two codes moves them. */
  'analysis.coded_code': { coding_id: CodingId; code_id: CodeId }
}
