import { findWords, foldText, paragraphsOf, type Stretch } from '../../platform/text/index.ts'
import type { OpenText } from './prepare-redaction.ts'

/** A place that a moderator may want to mark, and why it is shown: nothing is marked before they say so. */
export interface FoundPlace extends Stretch {
  key: string
  paragraph: number
  words: string
  kind: 'same' | 'address' | 'phone'
}

const MOST = 100
const LONGEST_TERM = 200

const address = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6}/gu
const phone = /(?<![\p{L}\p{N}])(?:\+ ?)?\(?\d[\d \u00a0()./-]{6,22}\d(?![\p{L}\p{N}])/gu
const dates = /^(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{4}|\d{4} ?[-/] ?\d{4})$/

function isPhone(words: string): boolean {
  const digits = words.replace(/\D/g, '').length
  return digits >= 7 && digits <= 15 && !dates.test(words)
}

const stretchOf = ({ index, 0: words }: RegExpExecArray): Stretch => ({
  start: index,
  end: index + words.length,
})

function personalIn(text: string): (Stretch & Pick<FoundPlace, 'kind'>)[] {
  const addresses = [...text.matchAll(address)].map((one) => ({
    ...stretchOf(one),
    kind: 'address' as const,
  }))
  const phones = [...text.matchAll(phone)]
    .filter(([words]) => isPhone(words))
    .map((one) => ({ ...stretchOf(one), kind: 'phone' as const }))
  return [...addresses, ...phones]
}

/** The words that are marked somewhere, each once; a whole passage is not looked for again. */
function markedWords(texts: readonly OpenText[]): string[] {
  const cut = texts.flatMap(({ text, gaps }) => gaps.map(({ start, end }) => text.slice(start, end).trim()))
  return [...new Set(cut)].filter((words) => words.length > 1 && words.length <= LONGEST_TERM)
}

/** Where marked words stand unmarked, and what looks like an e-mail address or a telephone number. */
export function findPlaces(texts: readonly OpenText[]): FoundPlace[] {
  const terms = markedWords(texts)
  const places = texts.flatMap((one) => placesIn(one, terms))
  return places.slice(0, MOST)
}

function placesIn({ key, text, gaps }: OpenText, terms: readonly string[]): FoundPlace[] {
  const folded = terms.length > 0 ? foldText(text) : undefined
  const same = terms.flatMap((words) =>
    (folded ? findWords(folded, words) : [])
      .filter(({ whole }) => whole)
      .map(({ start, end }) => ({ start, end, kind: 'same' as const })),
  )
  const seen = new Set<string>()
  const paragraphs = paragraphsOf(text)
  return [...same, ...personalIn(text)]
    .filter(({ start, end }) => {
      const fresh = !seen.has(`${start}:${end}`) && !gaps.some((gap) => gap.start < end && start < gap.end)
      seen.add(`${start}:${end}`)
      return fresh
    })
    .map(({ start, end, kind }) => ({
      ...{ key, start, end, kind, words: text.slice(start, end) },
      paragraph: paragraphs.find((paragraph) => paragraph.end > start)?.number ?? 1,
    }))
}

/** A place as a form carries it. */
export const namePlace = ({ key, start, end }: Pick<FoundPlace, 'key' | 'start' | 'end'>): string =>
  `${key}:${start}:${end}`
