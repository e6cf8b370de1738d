import type { Stretch } from './paragraphs.ts'

/** Stands where something was left out; no word is found across it. */
export const BARRIER = '\0'

/** A text as it is searched, and where each of its signs stood. */
export interface Folded {
  text: string
  searched: string
  /** The start in the text of each sign searched, and one more for the end. */
  at: readonly number[]
}

const kept = /[\p{L}\p{N}\0]/gu

/** Upper case first: it makes one sign of ß and SS, and of the two small sigmas. */
const foldSign = (sign: string): string =>
  sign === BARRIER
    ? sign
    : (sign.normalize('NFKD').toUpperCase().toLowerCase().normalize('NFKD').match(kept) ?? []).join('')

/** Letters and digits only, without case, accents, spaces, hyphens and signs that nobody sees. */
export function foldText(text: string): Folded {
  const known = new Map<string, string>()
  const at: number[] = []
  let [searched, place] = ['', 0]
  for (const sign of text) {
    const folded = known.get(sign) ?? foldSign(sign)
    known.set(sign, folded)
    searched += folded
    for (let i = 0; i < folded.length; i += 1) at.push(place)
    place += sign.length
  }
  return { text, searched, at }
}

export interface Found extends Stretch {
  /** Nothing of a word stands right before or after it. */
  whole: boolean
}

const startsInWord = /[\p{L}\p{M}\p{N}]$/u
const endsInWord = /^[\p{M}\p{Cf}]*[\p{L}\p{N}]/u
const unbroken = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u

function endOf({ text, at }: Folded, last: number): number {
  const start = at[last] ?? text.length
  const sign = String.fromCodePoint(text.codePointAt(start) ?? 0)
  const marks = /^[\p{M}\p{Cf}]*/u.exec(text.slice(start + sign.length, start + sign.length + 40))
  return start + sign.length + (marks?.[0].length ?? 0)
}

function stretchAt(folded: Folded, found: number, length: number): Found {
  const { text, at } = folded
  const start = at[found] ?? 0
  const end = endOf(folded, found + length - 1)
  const words = text.slice(start, end)
  const inside =
    startsInWord.test(text.slice(Math.max(0, start - 2), start)) || endsInWord.test(text.slice(end, end + 40))
  return { start, end, whole: unbroken.test(words) || !inside }
}

/** Every place where these words stand in a text, however they are spaced, accented or written large. */
export function findWords(folded: Folded, words: string): Found[] {
  const wanted = foldText(words).searched
  const found: Found[] = []
  if (wanted === '') return found
  for (let at = folded.searched.indexOf(wanted); at >= 0; at = folded.searched.indexOf(wanted, at + 1))
    found.push(stretchAt(folded, at, wanted.length))
  return found
}
