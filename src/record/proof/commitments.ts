import { hash, randomBytes } from 'node:crypto'
import { labelOf, type Part } from './parts.ts'

/** What opens one commitment; destroying the salt leaves a number that says nothing. */
export interface Opening {
  label: string
  salt: Buffer
}

export interface Committed {
  /** In base64, as a leaf has them. */
  commitments: string[]
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

const block = 64

/** HMAC-SHA-256 (RFC 2104) by its two hashes: for texts this short Node's own takes twice as long. */
export function commitmentOf({ label, salt }: Opening, text: string): string {
  const message = `${label}\0${text}`
  const inner = Buffer.allocUnsafe(block + Buffer.byteLength(message))
  const outer = Buffer.allocUnsafe(block + saltLength)
  for (let at = 0; at < block; at += 1) {
    const byte = at < saltLength ? salt.readUInt8(at) : 0
    inner[at] = byte ^ 0x36
    outer[at] = byte ^ 0x5c
  }
  inner.write(message, block)
  outer.set(hash('sha256', inner, 'buffer'), block)
  return hash('sha256', outer, 'base64')
}
