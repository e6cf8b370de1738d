import type { Id } from '../platform/id.ts'
import type { Instant } from '../platform/time.ts'
import type { Issue, ProcessId } from '../processes/model.ts'
import type { Paper } from './papers/model.ts'

export type RequestId = Id<'request'>
export type QuestionId = Id<'question'>

export interface Question {
  id: QuestionId
  number: number
  text: string
  hint: string
  issues: readonly Pick<Issue, 'id' | 'number' | 'title'>[]
  /** Among those that matter most to a reader with fifteen minutes. */
  priority: boolean
  /** It asks which issues the process should take up: people rank those it is tied to, and may propose others. */
  asksForIssues?: boolean | undefined
}

/** An instant plus the zone in which it was announced. */
export interface Deadline {
  at: Instant
  zone: string
}

/** A deadline as it once was set: the first with the request, each later one with its reason. */
export interface AnnouncedDeadline extends Deadline {
  reason: string
  setAt: Instant
}

/** A stretch after the deadline in which comments answer comments, and its announced zone. */
export interface ReplyRound {
  opensAt: Instant
  closesAt: Instant
  zone: string
  announcedAt: Instant
}

export interface RequestForComment {
  id: RequestId
  docket: string
  processId: ProcessId
  processSlug: string
  title: string
  /** Markdown. */
  notice: string
  language: string
  createdAt: Instant
  publishedAt: Instant | undefined
  opensAt: Instant
  deadline: Deadline
  /** The oldest first; the last of them holds. */
  deadlines: readonly AnnouncedDeadline[]
  questions: readonly Question[]
  papers: readonly Paper[]
  replyRound?: ReplyRound | undefined
  /** What reading the notice and the questions takes. */
  minutes: number
}

/** draft → announced → open → closed; an extension opens it again, and late comments are taken at any time. */
export type RequestState = 'draft' | 'announced' | 'open' | 'closed'

/** Half-open: at the very instant of the deadline the request is closed. */
export function stateOf(
  { publishedAt, opensAt, deadline }: Pick<RequestForComment, 'publishedAt' | 'opensAt' | 'deadline'>,
  now: Instant,
): RequestState {
  if (publishedAt === undefined) return 'draft'
  if (now < opensAt) return 'announced'
  return now < deadline.at ? 'open' : 'closed'
}

/** Half-open, like every stretch of time. */
export function takesReplies({ replyRound }: Pick<RequestForComment, 'replyRound'>, now: Instant): boolean {
  return replyRound !== undefined && replyRound.opensAt <= now && now < replyRound.closesAt
}

const number = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,58}[A-Za-z0-9])$/

/** Docket numbers stand in addresses and are read out on the telephone: letters, digits, and - . _ between them. */
export function isDocketNumber(text: string): boolean {
  return number.test(text)
}

/** `EXAMPLE-2026-0001`: who asks, in which year, the how manieth. */
export function docketNumber(prefix: string, year: number, running: number): string {
  return `${prefix}-${year}-${String(running).padStart(4, '0')}`
}
