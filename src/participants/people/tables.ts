import type { Instant } from '../../platform/time.ts'
import type { PersonId } from '../model.ts'
import type { GivenRole } from './model.ts'

export interface PeopleTables {
  'participants.person': { id: PersonId; name: string; email: string; joined_at: Instant }
  'participants.role': {
    person: PersonId
    role: GivenRole
    process_id: string | null
    given_at: Instant
    given_by: PersonId | null
  }
}
