import { plainly } from './plainly.ts'
import { ShingleReader } from './shingles.ts'

/** The shingles of what commenters were asked, so that who quotes it is not taken for a copy of everybody else who does. */
export function givenShingles(asked: readonly string[]): ReadonlySet<number> {
  const reader = new ShingleReader()
  return new Set(asked.flatMap((text) => [...reader.read(plainly(text))]))
}
