import { type Bag, buildOf, plainWords, runsOf, signsOf, tokensOf } from './bags.ts'
import { cuesOf } from './cues.ts'
import type { Sparse } from './logistic.ts'

/** All that is read of a proposition, once. */
export interface ReadProposition {
  words: Bag
  signs: Bag
  build: Bag
  /** The words of the whole comment. */
  comment: Bag
  cues: Sparse
}

/** Gives the probability of each type, of shape (types,). */
export type Reader = (proposition: ReadProposition) => readonly number[]

/** @param texts the propositions of one comment, in their order */
export function readProposition(texts: readonly string[]): ReadProposition[] {
  const comment = runsOf(texts.flatMap(plainWords), 1)
  return texts.map((text, at) => ({
    words: runsOf(tokensOf(text), 3),
    signs: signsOf(text),
    build: runsOf(buildOf(text), 4),
    comment,
    cues: cuesOf(text, { at, of: texts.length }),
  }))
}
