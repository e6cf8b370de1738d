import { paragraphsOf } from '../../../platform/text/index.ts'
import { phrasesIn } from '../../phrases/phrases-in.ts'
import { stopWordsOf } from '../../phrases/stop-words.ts'

/** So much of a comment is looked through: what a book repeats, it repeats in the beginning too. */
const MOST_LETTERS = 200_000
const MOST = 8

interface Repeated {
  key: string
  shown: string
  words: number
  paragraphs: number
}

/**
 * What a comment comes back to: phrases of several words that stand in two paragraphs or more, and words in three or more;
 * those in most paragraphs first, and of a longer phrase and its parts the longer one.
 * @returns eight at most, as they are written
 */
export function repeatedPhrases(texts: readonly { text: string; language: string }[]): string[] {
  const found = new Map<string, Repeated>()
  let letters = 0
  for (const { text, language } of texts)
    for (const { start, end } of paragraphsOf(text)) {
      letters += end - start
      if (letters > MOST_LETTERS) break
      addPhrases(found, text.slice(start, end), language)
    }
  const telling = [...found.values()]
    .filter(({ words, paragraphs }) => paragraphs >= (words > 1 ? 2 : 3))
    .sort((a, b) => b.words * b.paragraphs - a.words * a.paragraphs || (a.key < b.key ? -1 : 1))
  const chosen: Repeated[] = []
  for (const one of telling)
    if (chosen.length < MOST && !chosen.some(({ key }) => within(one.key, key) || within(key, one.key)))
      chosen.push(one)
  return chosen.map(({ shown }) => shown)
}

const within = (part: string, whole: string) => ` ${whole} `.includes(` ${part} `)

function addPhrases(found: Map<string, Repeated>, paragraph: string, language: string): void {
  const code = language.split('-')[0] ?? ''
  for (const [key, { shown, words }] of phrasesIn(paragraph, code, stopWordsOf(code))) {
    const known = found.get(key)
    if (known) known.paragraphs += 1
    else found.set(key, { key, shown, words, paragraphs: 1 })
  }
}
