import { createHmac, createSecretKey, randomBytes } from 'node:crypto'
import { labelOf, type Part } from './parts.ts'

/** What opens one commitment; destroying the salt leaves a number that says nothing. */
export interface Opening {
  label: string
  salt: Buffer
}

export interface Committed {
  commitments: Buffer[]
  openings: Opening[]
}

const saltLength = 32

export function commit(parts: readonly Part[]): Committed {
  const salts = randomBytes(parts.length * saltLength)
  const openings = parts.map((part, i) => ({
    label: labelOf(part),
    salt: salts.subarray(i * saltLength, (i + 1) * saltLength),
  }))
  const commitments = parts.map((part, i) => {
    const opening = openings[i]
    if (!opening) throw new RangeError('A part has no opening.')
    return commitmentOf(opening, part.text)
  })
  return { commitments, openings }
}

/** Given its key as an object: from bare bytes Node takes three times as long, most of it looking at what they are. */
export function commitmentOf({ label, salt }: Opening, text: string): Buffer {
  return createHmac('sha256', createSecretKey(salt)).update(`${label}\0${text}`, 'utf8').digest()
}
