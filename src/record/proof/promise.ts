import { after, type Instant } from '../../platform/time.ts'
import { bodyHash } from './leaf.ts'
import { type SigningKey, signNote } from './note.ts'

/** Within this time the log owes the leaf its place; a promise not kept by then is proof of a fault. */
export const promisedWithin = 24 * 60 * 60 * 1000

export interface Promised {
  number: string
  received: Instant
  body: string
}

/** Signed before the leaf has its place; the first line keeps it from ever being taken for a checkpoint. */
export function signPromise({ number, received, body }: Promised, key: SigningKey): string {
  const lines = [
    'parley/promise/v1',
    `log ${key.name}`,
    `number ${number}`,
    `received ${received.toISOString()}`,
    `leaf ${bodyHash(body)}`,
    `due ${after(received, promisedWithin).toISOString()}`,
    '',
  ]
  return signNote(lines.join('\n'), key)
}
