import type { ExcerptId } from '../../coding/model.ts'
import { readWords, type Word } from '../../phrases/read-words.ts'
import type { Quoted } from '../model.ts'

/** So many words in a row that stand in an excerpt are its words, and not only the language's. */
const IN_A_ROW = 3

interface Source {
  excerpt: ExcerptId
  words: readonly string[]
  starts: ReadonlyMap<string, readonly number[]>
}

const keyAt = (words: readonly string[], at: number) => words.slice(at, at + IN_A_ROW).join(' ')

function sourceOf({ excerpt, words: text, language }: Excerpt): Source {
  const words = Array.from(readWords(text, language), ({ plain }) => plain)
  const starts = new Map<string, number[]>()
  for (let at = 0; at + IN_A_ROW <= words.length; at += 1) {
    const key = keyAt(words, at)
    const known = starts.get(key)
    if (known) known.push(at)
    else starts.set(key, [at])
  }
  return { excerpt, words, starts }
}

interface Excerpt {
  excerpt: ExcerptId
  words: string
  language: string
}

/** A phrase is not looked for in more places of one excerpt than these. */
const MOST_PLACES = 50

/** How many words from here on stand in a row in this excerpt. */
function runIn(said: readonly string[], at: number, { words, starts }: Source): number {
  let longest = 0
  for (const place of (starts.get(keyAt(said, at)) ?? []).slice(0, MOST_PLACES)) {
    let length = IN_A_ROW
    while (at + length < said.length && said[at + length] === words[place + length]) length += 1
    longest = Math.max(longest, length)
  }
  return longest
}

/** The stretches of a sentence that repeat an excerpt's own words, the longest first at each place; none overlaps. */
export function findQuoted(text: string, language: string, excerpts: readonly Excerpt[]): Quoted[] {
  const spans: Word[] = [...readWords(text, language)]
  const said = spans.map(({ plain }) => plain)
  const sources = excerpts.map(sourceOf)
  const found: Quoted[] = []
  for (let at = 0; at + IN_A_ROW <= said.length; ) {
    const runs = sources.map((source) => ({ excerpt: source.excerpt, length: runIn(said, at, source) }))
    const best = runs.reduce((most, one) => (one.length > most.length ? one : most), {
      excerpt: undefined as ExcerptId | undefined,
      length: 0,
    })
    const [first, last] = [spans[at], spans[at + best.length - 1]]
    if (best.excerpt && first && last)
      found.push({ excerpt: best.excerpt, starts: first.start, ends: last.end })
    at += Math.max(best.length, 1)
  }
  return found
}
