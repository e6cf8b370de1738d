import type { GroupVotes } from './group-votes.ts'
import { together } from './group-votes.ts'
import { pSuccess, pTest, Z_90 } from './representativeness.ts'

const MOST = 5

export interface Agreed {
  /** Index of the statement. */
  statement: number
  successes: number
  trials: number
  pSuccess: number
  pTest: number
}

export interface Consensus {
  agree: Agreed[]
  disagree: Agreed[]
}

/**
 * What everybody agrees, or disagrees, with: more than half do (`p > 0.5`) beyond chance (`p-test > 1.2816`), ranked by
 * `p · p-test`, the first five a side (Polis).
 * @param counts votes of everybody; of several groups, they are counted together
 * @param leftOut statements moderated out or meta, of shape (statements,)
 */
export function consensusOf(counts: GroupVotes, leftOut: Uint8Array): Consensus {
  const all = together(counts)
  const side = (name: 'agree' | 'disagree'): Agreed[] =>
    Array.from({ length: all.statements }, (_, statement) => {
      const [successes, trials] = [all[name][statement] as number, all.seen[statement] as number]
      return {
        statement,
        successes,
        trials,
        pSuccess: pSuccess(successes, trials),
        pTest: pTest(successes, trials),
      }
    })
      .filter((one) => !leftOut[one.statement] && one.pSuccess > 0.5 && one.pTest > Z_90)
      .sort((one, other) => other.pSuccess * other.pTest - one.pSuccess * one.pTest)
      .slice(0, MOST)
  return { agree: side('agree'), disagree: side('disagree') }
}

/**
 * Group-aware consensus: `Π over groups of (A + 1) / (S + 2)`, A agreeing of S who voted (Small et al. 2021). It is large
 * only where every group agrees, however small a group is.
 * @returns shape (statements,), from 0 to 1
 */
export function groupAwareConsensusOf({ groups, statements, agree, seen }: GroupVotes): Float64Array {
  const product = new Float64Array(statements).fill(1)
  for (let at = 0; at < groups * statements; at += 1) {
    const one = at % statements
    product[one] = (product[one] as number) * pSuccess(agree[at] as number, seen[at] as number)
  }
  return product
}
