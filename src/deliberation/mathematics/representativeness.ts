import { type GroupVotes, together } from './group-votes.ts'

/** 90 % one-sided: what Polis asks of a test. */
export const Z_90 = 1.2816

/** How strongly one way of voting on a statement marks a group out (Small et al. 2021, “representativeness”). */
export interface Side {
  successes: number
  trials: number
  /** The share, drawn a little towards one half: `(n + 1) / (N + 2)`. */
  pSuccess: number
  /** The z of the share against one half: `2 √(N + 1) ((n + 1) / (N + 1) − 1/2)`. */
  pTest: number
  /** The share among the group over that among all other groups. */
  repness: number
  /** The z of these two shares against one another, with one success and trial added to each. */
  repnessTest: number
}

export interface Marks {
  agree: Side
  disagree: Side
}

export const pSuccess = (n: number, of: number): number => (n + 1) / (of + 2)
export const pTest = (n: number, of: number): number => 2 * Math.sqrt(of + 1) * ((n + 1) / (of + 1) - 0.5)

/** The z of two shares; 0 where both are none or all, since then they cannot be told apart. */
export function twoProportionTest(n: number, of: number, otherN: number, otherOf: number): number {
  const [a, b, na, nb] = [n + 1, otherN + 1, of + 1, otherOf + 1]
  const pooled = (a + b) / (na + nb)
  if (pooled === 1) return 0
  return (a / na - b / nb) / Math.sqrt(pooled * (1 - pooled) * (1 / na + 1 / nb))
}

function sideOf(n: number, of: number, otherN: number, otherOf: number): Side {
  const share = pSuccess(n, of)
  return {
    ...{ successes: n, trials: of, pSuccess: share, pTest: pTest(n, of) },
    repness: share / pSuccess(otherN, otherOf),
    repnessTest: twoProportionTest(n, of, otherN, otherOf),
  }
}

/**
 * How agreeing and disagreeing with each statement marks each group out against all other groups together.
 * @returns by group, then by statement
 */
export function marksOf(counts: GroupVotes): Marks[][] {
  const all = together(counts)
  return Array.from({ length: counts.groups }, (_, group) =>
    Array.from({ length: counts.statements }, (_, statement): Marks => {
      const at = group * counts.statements + statement
      const seen = counts.seen[at] as number
      const others = (all.seen[statement] as number) - seen
      const side = (name: 'agree' | 'disagree') => {
        const own = counts[name][at] as number
        return sideOf(own, seen, (all[name][statement] as number) - own, others)
      }
      return { agree: side('agree'), disagree: side('disagree') }
    }),
  )
}
