import { after, type Instant } from '../../platform/time.ts'
import { signCheckpoint } from './checkpoint.ts'
import { bodyHash } from './leaf.ts'
import { leafHash, proveEach } from './merkle.ts'
import type { SigningKey } from './note.ts'
import { proofText } from './proof.ts'

/** Within this time the log owes the leaf its place; a promise not kept by then is proof of a fault. */
export const promisedWithin = 24 * 60 * 60 * 1000

export interface Promised {
  number: string
  received: Instant
  body: string
}

/** Promises made at the same moment, by one signature over their tree; each holds by itself. */
export function signPromises(promised: readonly Promised[], key: SigningKey): string[] {
  const entries = promised.map(entryOf)
  const { root, paths } = proveEach(entries.map(leafHash))
  const checkpoint = signCheckpoint({ size: entries.length, root }, key, `${key.name}/promises`)
  return entries.map((entry, i) => `${entry}\n${proofText({ index: i, hashes: paths[i] ?? [], checkpoint })}`)
}

export const signPromise = (promised: Promised, key: SigningKey): string =>
  signPromises([promised], key).join()

const entryOf = ({ number, received, body }: Promised) =>
  [
    'parley/promise/v2',
    `number ${number}`,
    `received ${received.toISOString()}`,
    `leaf ${bodyHash(body)}`,
    `due ${after(received, promisedWithin).toISOString()}`,
    '',
  ].join('\n')
