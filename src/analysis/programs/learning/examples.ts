import type { ExcerptKind, Position } from '../../coding/model.ts'
import { splitSentences } from '../../sentences/split-sentences.ts'

/** A text that people are done with, with what they marked in it. */
export interface DoneText {
  comment: string
  text: string
  language: string
  excerpts: readonly {
    starts: number
    ends: number
    codes: readonly string[]
    issues: readonly string[]
    positions: readonly Position[]
    kind: ExcerptKind | null
  }[]
}

/** What people said of some words; of what they passed over, nothing. */
export interface Example {
  comment: string
  text: string
  language: string
  /** `code ID` and `issue ID`. */
  labels: readonly string[]
  positions: readonly Position[]
  kind: ExcerptKind | null
  /** Whether people marked it. */
  marked: boolean
}

/** The fewest letters of a sentence that says something. */
export const FEWEST_LETTERS = 15

/** Each excerpt, and each sentence of the same texts that nobody marked, as many of these as of those at most. */
export function examplesOf(done: readonly DoneText[]): Example[] {
  const marked = done.flatMap(({ comment, text, language, excerpts }) =>
    excerpts.map(({ starts, ends, codes, issues, positions, kind }) => ({
      ...{ comment, language, positions, kind, marked: true },
      text: text.slice(starts, ends),
      labels: [...codes.map((id) => `code ${id}`), ...issues.map((id) => `issue ${id}`)],
    })),
  )
  const passed: Example[] = []
  for (const one of done) {
    if (passed.length >= marked.length) break
    passed.push(...passedOver(one))
  }
  return [...marked, ...passed.slice(0, marked.length)]
}

function passedOver({ comment, text, language, excerpts }: DoneText): Example[] {
  const free = [...splitSentences(text, language)].filter(
    ({ start, end }) =>
      end - start >= FEWEST_LETTERS && !excerpts.some(({ starts, ends }) => starts < end && ends > start),
  )
  return free.map(({ start, end }) => ({
    ...{ comment, language, labels: [], positions: [], kind: null, marked: false },
    text: text.slice(start, end),
  }))
}
