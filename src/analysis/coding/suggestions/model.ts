import type { IssueId } from '../../../processes/model.ts'
import type { CodeId, CodingContent, CodingId, ExcerptId, ExcerptKind, Position } from '../model.ts'

/** What a person made of a suggestion: took it as it was, coded the excerpt otherwise, or put it away. */
export type SuggestionAnswer = 'accepted' | 'changed' | 'dismissed'

/** One thing that a program suggests of an excerpt: just one of the four is there. */
export interface SuggestedPart {
  code: CodeId | null
  issue: IssueId | null
  position: Position | null
  kind: ExcerptKind | null
  /** From 0 to 1. */
  confidence: number
}

/** What one program suggests of one excerpt. */
export interface Suggestion {
  id: CodingId
  excerpt: ExcerptId
  program: string
  version: string
  parts: readonly SuggestedPart[]
  /** What the coder who looks made of it; nothing yet. */
  answer: SuggestionAnswer | undefined
}

/** What suggestions say together, as a person could take it over, and what a person must still say. */
export interface Draft extends CodingContent {
  lacks: 'issue' | 'position' | 'condition' | 'all' | undefined
}

const distinct = <One>(all: readonly (One | null)[]): One[] => [
  ...new Set(all.filter((one): one is One => one !== null)),
]

function lackOf(draft: CodingContent, issues: readonly IssueId[], position: Position | undefined) {
  const nothing = draft.codes.length === 0 && draft.positions.length === 0 && draft.kind === undefined
  if (position === 'support-with-condition') return 'condition'
  if (position !== undefined && issues.length === 0) return 'issue'
  if (position === undefined && issues.length > 0) return 'position'
  return nothing ? 'all' : undefined
}

/** The parts as one coding; where a process has one issue only, a position is on that, and where it has none, on nothing. */
export function draftOf(
  suggested: readonly SuggestedPart[],
  known: { codes: readonly CodeId[]; issues: readonly IssueId[] },
): Draft {
  const parts = suggested.toSorted((a, b) => b.confidence - a.confidence)
  const [shown] = distinct(parts.map((part) => part.position))
  const position = known.issues.length > 0 ? shown : undefined
  const named = distinct(parts.map((part) => part.issue)).filter((issue) => known.issues.includes(issue))
  const alone = position !== undefined && known.issues.length === 1
  const issues = named.length === 0 && alone ? known.issues : named
  const draft = {
    codes: distinct(parts.map((part) => part.code)).filter((code) => known.codes.includes(code)),
    positions: position ? issues.map((issue) => ({ issue, position, condition: '' })) : [],
    kind: distinct(parts.map((part) => part.kind))[0],
  }
  return { ...draft, lacks: lackOf(draft, issues, position) }
}

/** Whether a person's coding says all that a program suggested. */
export function answerOf(parts: readonly SuggestedPart[], said: CodingContent): SuggestionAnswer {
  const isSaid = ({ code, issue, position, kind }: SuggestedPart) =>
    (code === null || said.codes.includes(code)) &&
    (issue === null || said.positions.some((one) => one.issue === issue)) &&
    (position === null || said.positions.some((one) => one.position === position)) &&
    (kind === null || said.kind === kind)
  return parts.every(isSaid) ? 'accepted' : 'changed'
}
