import { FEWEST_TEXTS } from './key-phrases.ts'
import type { Counted, PhraseCounter } from './phrase-counter.ts'

export interface TellingPhrase {
  phrase: string
  /** Distinct texts of the group that it stands in, and of all. */
  inGroup: number
  texts: number
  /** How many standard deviations more this group says it than the others do. */
  z: number
}

/** 99 % of what chance brings lies within. */
const CHANCE = 2.576
/** In fewer of its texts it is two people’s, not the group’s. */
const FEWEST_IN_GROUP = 3
/** The prior weighs as much as so many words of each group's. */
const PRIOR = 1000

/**
 * What one group says more than the others: weighted log-odds with an informative Dirichlet prior (Monroe, Colaresi
 * and Quinn 2008, “Fightin’ Words”, equations 15–22), over the distinct texts that a phrase stands in.
 * @param group the number its texts were added with
 * @returns the highest z first; none with z < 2.576, none in fewer than 3 distinct texts of the group
 */
export function tellingPhrases(counter: PhraseCounter, group: number, most: number): TellingPhrase[] {
  const counted = [...counter.counted(FEWEST_TEXTS)].map(([, one]) => one)
  const ofAll = counted.reduce((sum, { texts }) => sum + texts, 0)
  const ofGroup = counted.reduce((sum, one) => sum + (one.byGroup[group] ?? 0), 0)
  const sums = { ofAll, ofGroup }
  const telling = counted
    .filter(({ byGroup }) => (byGroup[group] ?? 0) >= FEWEST_IN_GROUP)
    .map((one) => ({ one, inGroup: one.byGroup[group] ?? 0, z: zOf(one, one.byGroup[group] ?? 0, sums) }))
    .filter(({ z }) => z >= CHANCE)
    .sort((a, b) => b.z - a.z || b.one.words - a.one.words)
  return withoutParts(telling.slice(0, 5 * most))
    .slice(0, most)
    .map(({ one, inGroup, z }) => ({ phrase: one.shown, inGroup, texts: one.texts, z }))
}

function zOf({ texts }: Counted, inGroup: number, sums: { ofAll: number; ofGroup: number }): number {
  const prior = (PRIOR * texts) / sums.ofAll
  const ofOthers = sums.ofAll - sums.ofGroup
  const odds = (count: number, of: number) => Math.log((count + prior) / (of + PRIOR - count - prior))
  const difference = odds(inGroup, sums.ofGroup) - odds(texts - inGroup, ofOthers)
  return difference / Math.sqrt(1 / (inGroup + prior) + 1 / (texts - inGroup + prior))
}

/** Of phrases that hold one another, the first alone. */
function withoutParts<One extends { one: Counted }>(telling: readonly One[]): One[] {
  const kept: One[] = []
  for (const next of telling) {
    const words = ` ${next.one.shown.toLowerCase()} `
    const known = kept.some(({ one }) => {
      const other = ` ${one.shown.toLowerCase()} `
      return other.includes(words) || words.includes(other)
    })
    if (!known) kept.push(next)
  }
  return kept
}
