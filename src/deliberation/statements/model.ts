import type { PersonId } from '../../participants/model.ts'
import type { Id } from '../../platform/id.ts'
import { cleanText } from '../../platform/text/index.ts'
import type { Instant } from '../../platform/time.ts'
import type { IssueId } from '../../processes/model.ts'
import type { VersionId } from '../../texts/model.ts'
import type { DeliberationId } from '../deliberations/model.ts'

export type StatementId = Id<'statement'>

export type Origin = 'seeded' | 'proposed' | 'lifted'
export type StatementState = 'pending' | 'posted' | 'withheld'

/** The span of what was posted that a statement was lifted from. */
export interface Source {
  comment: Id<'comment'>
  excerpt: Id<'excerpt'> | undefined
  version: VersionId
  starts: number
  ends: number
}

export interface Statement {
  id: StatementId
  deliberation: DeliberationId
  number: number
  origin: Origin
  state: StatementState
  version: VersionId
  leaf: Id<'leaf'>
  /** In hex: what a vote binds to. */
  textSha256: string
  issue: IssueId | undefined
  by: PersonId | undefined
  at: Instant
  /** The numbers of the statement it took the place of, and of the one that took its place. */
  replaces: number | undefined
  replacedBy: number | undefined
  /** The tracking number of the comment it was lifted from, while that is posted. */
  source: string | undefined
}

export const LONGEST_STATEMENT = 1000
export const MOST_AT_ONCE = 500
export const MOST_STATEMENTS = 10_000

/** Votes are taken on what is posted and was not replaced. */
export const takesVotes = ({ state, replacedBy }: Pick<Statement, 'state' | 'replacedBy'>): boolean =>
  state === 'posted' && replacedBy === undefined

/** What people quote and the log names it by: `EFU-D1-S12`. */
export const statementNumber = (deliberation: string, number: number): string => `${deliberation}-S${number}`

/** A statement as it is kept, or what is wrong with it; it is one claim, so that it has no line ends. */
export function readStatement(typed: string): { text: string } | { problem: 'textMissing' | 'textLong' } {
  const text = cleanText(typed).text.replace(/\s+/gu, ' ').trim()
  if (text === '') return { problem: 'textMissing' }
  return [...text].length > LONGEST_STATEMENT ? { problem: 'textLong' } : { text }
}

export interface Lines {
  texts: string[]
  /** The lines that are too long, counted from 1. */
  long: number[]
}

/** The statements of a text that has one on each line. */
export function readLines(typed: string): Lines {
  const read = typed.split(/\r\n?|\n/).map(readStatement)
  const texts = read.flatMap((one) => ('text' in one ? [one.text] : []))
  const long = read.flatMap((one, at) => ('problem' in one && one.problem === 'textLong' ? [at + 1] : []))
  return { texts: [...new Set(texts)], long }
}
