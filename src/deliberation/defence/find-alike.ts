import type { VoteMatrix } from '../mathematics/fold-votes.ts'
import { logChanceOf, UNLIKELY } from './chance.ts'
import { commonVectors } from './common-vectors.ts'
import { expectAlike } from './expect-alike.ts'
import { nearestTo } from './near-votes.ts'

/** Fewer people or fewer votes than these are never told: friends agree, and so do strangers on a few statements. */
export const FEWEST_ALIKE = 10
export const FEWEST_VOTES = 7
/** Of ten votes one may differ, or be missing. */
const DIFFERENT = 0.1
/** So many steps through votes at most, so that time stays linear. */
const [MOST_BLOCKS, MOST_STEPS] = [50, 500_000_000]

/** People who voted the same on the same statements, more of them than chance explains. */
export interface Alike {
  /** Rows of the matrix, ascending. */
  rows: readonly number[]
  /** How many of them voted exactly so. */
  exact: number
  /** The votes that they share: places of statements, and 1 agree, -1 disagree, 0 pass. */
  statements: readonly number[]
  values: readonly number[]
  /** How many people chance lets expect. */
  expected: number
}

/**
 * Finds blocks of people who gave the same votes: begins with the vectors that several people share exactly, adds who differs
 * in at most one of ten, and tells a block where chance cannot explain so many. Chance is measured by the other people of
 * each opinion group who voted on the same statements, so that a camp is not a block. Of s statements, n people, v votes:
 * time O(v) for each of at most 50 vectors, memory O(n + s).
 * @param groupOf the opinion group of each person from 0, or -1 for none, of shape (n,)
 */
export function findAlike(matrix: VoteMatrix, groupOf: Int32Array): Alike[] {
  const people = matrix.participants.length
  const taken = new Uint8Array(people)
  const steps = Math.max(1, Math.floor(MOST_STEPS / Math.max(1, matrix.value.length)))
  const vectors = commonVectors(matrix, FEWEST_VOTES, FEWEST_ALIKE).slice(0, Math.min(MOST_BLOCKS, steps))
  return vectors.flatMap((vector) => {
    if (taken[vector.first] === 1) return []
    const near = nearestTo(matrix, vector.first, Math.floor(vector.statements.length * DIFFERENT))
    const rows = near.alike.filter((row) => taken[row] === 0)
    const expected = expectAlike(matrix, groupOf, { ...near, alike: rows }, vector)
    if (expected === undefined || rows.length < FEWEST_ALIKE) return []
    if (logChanceOf(rows.length, expected) + Math.log(people) > UNLIKELY) return []
    for (const row of rows) taken[row] = 1
    return [{ rows, exact: vector.people, statements: vector.statements, values: vector.values, expected }]
  })
}
