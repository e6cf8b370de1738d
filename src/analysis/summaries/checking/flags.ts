import type { Position } from '../../coding/model.ts'

/** What the check says of one sentence. */
export type SentenceFlag =
  | { kind: 'no-words' }
  | { kind: 'cites-nothing' }
  | { kind: 'not-public'; count: number }
  | { kind: 'other-language' }
  | { kind: 'not-covered'; words: readonly string[] }
  | { kind: 'number'; words: readonly string[] }
  | { kind: 'name'; words: readonly string[] }
  | { kind: 'negation-added'; words: readonly string[] }
  | { kind: 'negation-dropped'; words: readonly string[] }
  | { kind: 'condition-dropped'; condition: string }

/** What the check says of the whole: it holds nothing, or leaves somebody or something out. */
export type SummaryFlag =
  | { kind: 'empty' }
  | { kind: 'group-missing'; group: string; excerpts: number }
  | { kind: 'position-missing'; position: Position; excerpts: number }

/** A cited excerpt as the check reads it. */
export interface CitedWords {
  words: string
  language: string
  position: Position | undefined
  condition: string
}

export interface SentenceToCheck {
  id: string
  text: string
  cited: readonly CitedWords[]
  /** How many of its citations are not public any more. */
  gone: number
  /** The groups and positions that it cites. */
  groups: readonly string[]
}

/** Who says what of the issue in the excerpts that are coded on it. */
export interface Held {
  group: string
  position: Position
}

export interface SummaryToCheck {
  /** The language that the summary is written in. */
  language: string
  sentences: readonly SentenceToCheck[]
  held: readonly Held[]
  /** Words that need not be covered, such as the names of stakeholder groups. */
  framing: readonly string[]
}

export interface CheckedSummary {
  sentences: ReadonlyMap<string, readonly SentenceFlag[]>
  whole: readonly SummaryFlag[]
}

/** How much the check has to say. */
export const countFlags = ({ sentences, whole }: CheckedSummary): number =>
  whole.length + [...sentences.values()].reduce((sum, flags) => sum + flags.length, 0)
