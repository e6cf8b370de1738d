import type { Instant } from '../../platform/time.ts'
import type { PersonId } from '../model.ts'
import type { SessionId } from './model.ts'

export interface SignInTables {
  'participants.sign_in_link': {
    token_hash: Buffer
    email: string
    next: string
    /** Who asked, as a hash with the address; none where the command line made the link. */
    asked_from: Buffer | null
    made_at: Instant
    expires_at: Instant
    used_at: Instant | null
  }
  'participants.session': {
    id: SessionId
    token_hash: Buffer
    person: PersonId
    browser: string
    started_at: Instant
    last_seen_at: Instant
    expires_at: Instant
  }
}
