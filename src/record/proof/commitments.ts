import { createHmac, randomBytes } from 'node:crypto'
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

export function commit(parts: readonly Part[]): Committed {
  const openings = parts.map((part) => ({ label: labelOf(part), salt: randomBytes(32) }))
  const commitments = parts.map((part, i) => {
    const opening = openings[i]
    if (!opening) throw new RangeError('A part has no opening.')
    return commitmentOf(opening, part.text)
  })
  return { commitments, openings }
}

export function commitmentOf({ label, salt }: Opening, text: string): Buffer {
  return createHmac('sha256', salt).update(label, 'utf8').update('\0').update(text, 'utf8').digest()
}
