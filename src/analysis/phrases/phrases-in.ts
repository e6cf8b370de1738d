import { readWords, type Word } from './read-words.ts'

/** The longest phrase, in words. */
export const LONGEST = 4
const MOST_STOPS = 2

export interface Said {
  /** As it was written, on one line. */
  shown: string
  words: number
}

interface Weighed extends Word {
  stop: boolean
  bare: boolean
}

const numeric = /^\p{N}+$/u
const ideograph = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u

const isBare = (plain: string) => numeric.test(plain) || (plain.length < 2 && !ideograph.test(plain))

/** A single word says something from three letters on, or two signs of a script that writes with few. */
const speaks = ({ plain }: Weighed) => plain.length >= (ideograph.test(plain) ? 2 : 3)

/**
 * The phrases of a text: 1 to 4 words in a row, without a pause in between, that neither begin nor end with a word of
 * the language's own making or a number, and hold at most two such inside (“right to repair”).
 * @returns each once, by its words in lower case with a space between
 */
export function phrasesIn(text: string, language: string, stops: ReadonlySet<string>): Map<string, Said> {
  const found = new Map<string, Said>()
  const window: Weighed[] = []
  for (const word of readWords(text, language)) {
    if (!word.joined) window.length = 0
    if (window.length === LONGEST) window.shift()
    window.push({ ...word, stop: stops.has(word.plain) && !word.hyphened, bare: isBare(word.plain) })
    takeEnding(window, text, found)
  }
  return found
}

function takeEnding(window: readonly Weighed[], text: string, found: Map<string, Said>): void {
  const last = window.at(-1)
  if (!last || last.stop || last.bare) return
  let stops = 0
  for (let from = window.length - 1; from >= 0; from -= 1) {
    const first = window[from] as Weighed
    stops += first.stop || first.bare ? 1 : 0
    if (stops > MOST_STOPS) return
    if (mayBegin(first, from === window.length - 1)) take(window.slice(from), text, found)
  }
}

const mayBegin = (first: Weighed, alone: boolean) => !first.stop && !first.bare && (!alone || speaks(first))

function take(words: readonly Weighed[], text: string, found: Map<string, Said>): void {
  const key = words.map(({ plain }) => plain).join(' ')
  const shown = text.slice(words[0]?.start, words.at(-1)?.end).replace(/\s+/g, ' ')
  const known = found.get(key)
  if (!known || signsIn(shown) < signsIn(known.shown)) found.set(key, { shown, words: words.length })
}

/** Words at the head of a sentence are capitals too: of several forms the one with fewest of them, and of hyphens, is shown. */
export const signsIn = (text: string): number => text.match(/[\p{Lu}‑-]/gu)?.length ?? 0
