import type { Counted, PhraseCounter } from './phrase-counter.ts'
import { LONGEST } from './phrases-in.ts'

export interface KeyPhrase {
  phrase: string
  /** Distinct texts it stands in. */
  texts: number
  score: number
}

interface Nested {
  /** How often longer phrases that hold this one were met, over how many of them, and the most. */
  sum: number
  count: number
  /** Of the longer ones that make up a tenth of it or more, by the side on which they go on. */
  before: number
  after: number
}

/** No phrase is shown that stands in fewer. */
export const FEWEST_TEXTS = 2
/** A phrase that goes on in the same few ways this often is only a part of those. */
const A_PART = 0.8
const A_WAY = 0.1
/** Single words say less than phrases do. */
const LONE = 0.5

function nestedOf(counted: ReadonlyMap<string, Counted>): Map<string, Nested> {
  const nested = new Map<string, Nested>()
  for (const [phrase, { texts }] of counted)
    for (const part of partsOf(phrase)) {
      const own = counted.get(part)
      if (!own) continue
      const known = nested.get(part) ?? { sum: 0, count: 0, before: 0, after: 0 }
      nested.set(part, known)
      known.sum += texts
      known.count += 1
      if (texts >= A_WAY * own.texts) addSide(known, phrase, part, texts)
    }
  return nested
}

function addSide(nested: Nested, phrase: string, part: string, texts: number): void {
  if (phrase.endsWith(` ${part}`)) nested.before += texts
  if (phrase.startsWith(`${part} `)) nested.after += texts
}

function isOnlyPart({ texts, words }: Counted, nested: Nested | undefined): boolean {
  if (!nested || words === LONGEST) return false
  return Math.max(nested.before, nested.after) >= A_PART * texts
}

function partsOf(phrase: string): Set<string> {
  const words = phrase.split(' ')
  const parts = new Set<string>()
  for (let length = 1; length < words.length; length += 1)
    for (let at = 0; at + length <= words.length; at += 1) parts.add(words.slice(at, at + length).join(' '))
  return parts
}

/** Frantzi, Ananiadou and Mima 2000 (C-value), over distinct texts, with log₂(words + 1) so that a word counts too. */
function cValue({ texts, words }: Counted, nested: Nested | undefined): number {
  const free = nested ? texts - nested.sum / nested.count : texts
  return Math.log2(words + 1) * (words === 1 ? LONE : 1) * free
}

/**
 * What many texts of one language speak of.
 * @param most so many phrases at most
 * @returns the highest score first; none that stands in fewer than 2 distinct texts
 */
export function keyPhrases(counter: PhraseCounter, most: number): KeyPhrase[] {
  const counted = new Map(counter.counted(FEWEST_TEXTS))
  const nested = nestedOf(counted)
  return [...counted]
    .filter(([phrase, one]) => !isOnlyPart(one, nested.get(phrase)))
    .map(([phrase, one]) => ({ phrase: one.shown, texts: one.texts, score: cValue(one, nested.get(phrase)) }))
    .sort((a, b) => b.score - a.score || (a.phrase < b.phrase ? -1 : 1))
    .slice(0, most)
}
