import { type Position, positions } from '../../coding/model.ts'
import { readWords } from '../../phrases/read-words.ts'
import { stopWordsOf } from '../../phrases/stop-words.ts'
import { splitSentences } from '../../sentences/split-sentences.ts'
import { add, cosine, type Vector, weigh } from './vectors.ts'

/** An excerpt that is coded on the issue. */
export interface Candidate<Id> {
  excerpt: Id
  words: string
  language: string
  group: string
  position: Position
}

interface Line<Id> extends Candidate<Id> {
  sentence: string
  vector: Vector
}

/** How much it counts to be at the centre of a position, rather than to say what was not said before. */
const CENTRAL = 0.7
const FEWEST_WORDS = 4
const LONGEST = 600
const MOST = 20
const MOST_READ = 2000

/** Sentences that can stand alone: neither a scrap nor a page. */
function sentencesOf({ words, language }: Pick<Candidate<unknown>, 'words' | 'language'>): string[] {
  const code = language.split('-')[0] ?? ''
  const all = Array.from(splitSentences(words, code), ({ start, end }) => words.slice(start, end))
  const whole = all.filter((one) => one.length <= LONGEST && [...readWords(one, code)].length >= FEWEST_WORDS)
  return whole.length > 0 ? whole : all.filter((one) => one.length <= LONGEST).slice(0, 1)
}

const contentOf = (sentence: string, language: string): string[] => {
  const stops = stopWordsOf(language.split('-')[0] ?? '')
  return Array.from(readWords(sentence, language), ({ plain }) => plain).filter((word) => !stops.has(word))
}

function linesOf<Id>(candidates: readonly Candidate<Id>[]): Line<Id>[] {
  const read = candidates
    .slice(0, MOST_READ)
    .flatMap((one) => sentencesOf(one).map((sentence) => ({ ...one, sentence })))
  const vectors = weigh(read.map(({ sentence, language }) => contentOf(sentence, language)))
  return read.map((one, at) => ({ ...one, vector: vectors[at] ?? new Map() }))
}

/** The line nearest to the centre that says least of what the picked ones say. */
function choose<Id>(lines: readonly Line<Id>[], centre: Vector, picked: readonly Line<Id>[]) {
  let best: { line: Line<Id>; score: number } | undefined
  for (const line of lines) {
    const said = Math.max(0, ...picked.map(({ vector }) => cosine(vector, line.vector)))
    const score = CENTRAL * cosine(centre, line.vector) - (1 - CENTRAL) * said
    if (!best || score > best.score) best = { line, score }
  }
  return best?.line
}

/**
 * A first draft that only quotes: for each position, and in it for each stakeholder group that holds it, the one sentence
 * nearest to the centroid of all that hold the position (Radev, Jing, Styś and Tam 2004, MEAD), less what the sentences
 * before it say already (Carbonell and Goldstein 1998, maximal marginal relevance), over tf–idf of content words.
 * Larger groups come first; of 2,000 excerpts at most, 20 sentences at most. People edit what it makes.
 */
export function firstDraft<Id>(candidates: readonly Candidate<Id>[]): { text: string; excerpt: Id }[] {
  const lines = linesOf(candidates)
  const picked: Line<Id>[] = []
  for (const position of positions) {
    const holding = lines.filter((line) => line.position === position)
    const centre = add(holding.map(({ vector }) => vector))
    const groups = Map.groupBy(holding, ({ group }) => group)
    for (const [, own] of [...groups].toSorted(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))) {
      const line = choose(own, centre, picked)
      if (line && picked.length < MOST) picked.push(line)
    }
  }
  return picked.map(({ sentence, excerpt }) => ({ text: `“${sentence}”`, excerpt }))
}
