import type { Id } from '../../platform/id.ts'
import type { Instant } from '../../platform/time.ts'

export type PasskeyId = Id<'passkey'>

/** So long a device has to answer. */
export const CHALLENGE_LIFE = 5 * 60_000

/** More than anyone has devices. */
export const MOST_PASSKEYS = 20

export const LONGEST_PASSKEY_NAME = 100

/** A passkey as its owner knows it. */
export interface Passkey {
  id: PasskeyId
  name: string
  addedAt: Instant
  lastUsedAt: Instant | undefined
}
