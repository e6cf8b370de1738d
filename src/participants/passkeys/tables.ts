import type { Instant } from '../../platform/time.ts'
import type { PersonId } from '../model.ts'
import type { PasskeyId } from './model.ts'

export interface PasskeyTables {
  'participants.passkey': {
    id: PasskeyId
    person: PersonId
    credential: string
    public_key: Buffer
    counter: number
    transports: string[]
    name: string
    added_at: Instant
    last_used_at: Instant | null
  }
  'participants.passkey_challenge': { challenge: string; person: PersonId | null; expires_at: Instant }
}
