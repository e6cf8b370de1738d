import type { ExcerptId } from '../../coding/model.ts'
import { findQuoted } from '../checking/find-quoted.ts'
import type { Citation } from '../model.ts'
import type { Candidate } from './list-candidates.ts'
import type { Cites } from './store.ts'

/** What an editor wrote, and what it is to cite. */
export interface Wording {
  text: string
  cites: readonly ExcerptId[]
}

/**
 * What is chosen, with the words that the sentence takes over from it.
 * @returns nothing where something is chosen that is neither coded on the issue nor cited by the sentence already
 */
export function citesOf(
  candidates: readonly Candidate[],
  language: string,
  { text, cites }: Wording,
  before: readonly Citation[],
): Cites | undefined {
  const coded = new Map(candidates.map((one) => [one.excerpt, one]))
  const known = new Map(before.map((one) => [one.excerpt, one]))
  const chosen = [...new Set(cites)]
  const citations = chosen.flatMap((excerpt) => {
    const comment = coded.get(excerpt)?.comment ?? known.get(excerpt)?.comment
    return comment ? [{ excerpt, comment, held: coded.get(excerpt)?.position }] : []
  })
  if (citations.length < chosen.length) return undefined
  const read = chosen.flatMap((excerpt) => {
    const one = coded.get(excerpt) ?? known.get(excerpt)?.shown
    return one ? [{ excerpt, words: one.words, language: one.language }] : []
  })
  return { citations, quoted: findQuoted(text, language, read) }
}
