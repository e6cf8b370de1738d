import { priorityOf } from '../../mathematics/priority.ts'

/** The votes on a statement, and how far from the middle of the map it lies (0 while there is no map). */
interface Standing {
  agree: number
  disagree: number
  pass: number
  extremity: number
}

const weightOf = ({ agree, disagree, pass, extremity }: Standing) =>
  priorityOf({ agree, pass, seen: agree + disagree + pass }, extremity)

export interface Candidate extends Standing {
  number: number
  /** The voter said that they know the issue it is about. */
  known: boolean
}

/** Numbers in [0, 1) that follow from a text (xmur3 and mulberry32, in the public domain). */
export function drawFrom(seed: string): number {
  let state = 1_779_033_703 ^ seed.length
  for (let at = 0; at < seed.length; at += 1) {
    state = Math.imul(state ^ seed.charCodeAt(at), 3_432_918_353)
    state = (state << 13) | (state >>> 19)
  }
  state = (state + 0x6d2b79f5) | 0
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
}

/**
 * Draws the next statement: among those that the voter knows about, where there are any, each as likely as its priority says.
 * The same seed draws the same one, so that a page that is loaded again shows what it showed.
 * @returns nothing where there is no candidate.
 */
export function drawNext<One extends Candidate>(candidates: readonly One[], seed: string): One | undefined {
  const known = candidates.filter((one) => one.known)
  const among = known.length > 0 ? known : candidates
  const weights = among.map(weightOf)
  let left = drawFrom(seed) * weights.reduce((sum, weight) => sum + weight, 0)
  return (
    among.find((_, at) => {
      left -= weights[at] ?? 0
      return left < 0
    }) ?? among.at(-1)
  )
}
