import type { ColumnType } from 'kysely'
import type { Instant } from '../../platform/time.ts'
import type { PersonId } from '../model.ts'
import type { GivenRole } from './model.ts'

export interface PeopleTables {
  'participants.person': {
    id: PersonId
    /** Of an erased person both are null; whoever reads asks for those who are not. */
    name: string
    email: string
    joined_at: Instant
    erased_at: ColumnType<Instant | null, Instant | undefined>
  }
  'participants.role': {
    person: PersonId
    role: GivenRole
    process_id: string | null
    given_at: Instant
    given_by: PersonId | null
  }
}
