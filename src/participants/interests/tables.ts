import type { Instant } from '../../platform/time.ts'
import type { PersonId } from '../model.ts'
import type { InterestId, InterestKind } from './model.ts'

export interface InterestTables {
  'participants.interest': {
    id: InterestId
    person: PersonId
    kind: InterestKind
    words: string
    declared_at: Instant
    ended_at: Instant | null
  }
}
