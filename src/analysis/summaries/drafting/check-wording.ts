import { parseId } from '../../../platform/id.ts'
import { cleanText } from '../../../platform/text/index.ts'
import type { ExcerptId } from '../../coding/model.ts'
import { LONGEST_SENTENCE, MOST_CITATIONS } from '../model.ts'
import type { Wording } from './cites-of.ts'

export type WordingProblem = 'textMissing' | 'textLong' | 'citesMany' | 'excerpt-unknown'

/** A sentence that can be taken, or what keeps it from being one; what it cites may be chosen later. */
export function checkWording(typed: { text: string; cites: readonly string[] }): Wording | WordingProblem {
  const text = cleanText(typed.text).text.replaceAll(/\s+/g, ' ').trim()
  if (text === '') return 'textMissing'
  if (text.length > LONGEST_SENTENCE) return 'textLong'
  if (typed.cites.length > MOST_CITATIONS) return 'citesMany'
  const cites = typed.cites.map((one) => parseId<'excerpt'>(one))
  if (cites.includes(undefined)) return 'excerpt-unknown'
  return { text, cites: cites as ExcerptId[] }
}
