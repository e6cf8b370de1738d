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

/** The stretches that repeat one excerpt in so many words in a row; none overlaps another. */
function runsOf(said: readonly string[], source: Source): [first: number, length: number][] {
  const found: [number, number][] = []
  for (let at = 0; at + IN_A_ROW <= said.length; ) {
    const length = runIn(said, at, source)
    if (length > 0) found.push([at, length])
    at += Math.max(length, 1)
  }
  return found
}

const opening = /["“„«»‚‘‹›「『]\s*$/
const closing = /^[\s.,;:!?…]*(?:["“”«»‘‹›」』]|’(?!\p{L}))/u

/** Fewer words than make a run are an excerpt's own where they are all of it, or stand in quotation marks. */
function shortOf(text: string, spans: readonly Word[], source: Source): [first: number, length: number][] {
  const found: [number, number][] = []
  for (const length of [1, 2])
    for (let at = 0; at + length <= spans.length; at += 1) {
      const [first, last] = [spans[at] as Word, spans[at + length - 1] as Word]
      const quoted = opening.test(text.slice(0, first.start)) && closing.test(text.slice(last.end))
      const whole = length > 1 && source.words.length === length
      if ((quoted || whole) && isIn(spans.slice(at, at + length), source.words)) found.push([at, length])
    }
  return found
}

const isIn = (said: readonly Word[], words: readonly string[]): boolean =>
  words.some((_, at) => said.every(({ plain }, next) => plain === words[at + next]))

/**
 * The stretches of a sentence that repeat each excerpt's own words, in UTF-16 units, half-open: three words in a row, or
 * fewer in quotation marks. Those of one excerpt may overlap those of another, which said the same.
 */
export function findQuoted(text: string, language: string, excerpts: readonly Excerpt[]): Quoted[] {
  const spans: Word[] = [...readWords(text, language)]
  const said = spans.map(({ plain }) => plain)
  return excerpts.map(sourceOf).flatMap((source) => {
    const runs = runsOf(said, source)
    const inRun = (at: number) => runs.some(([first, length]) => first <= at && at < first + length)
    const short = shortOf(text, spans, source).filter(([first]) => !inRun(first))
    return [...runs, ...short].flatMap(([at, length]) => {
      const [first, last] = [spans[at], spans[at + length - 1]]
      return first && last ? [{ excerpt: source.excerpt, starts: first.start, ends: last.end }] : []
    })
  })
}
