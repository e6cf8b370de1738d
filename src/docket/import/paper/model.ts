import type { Instant } from '../../../platform/time.ts'

/** The days that stand on the paper and on its stamp, as `2026-03-27`. */
export interface PaperDays {
  receivedOn: string
  /** Empty where no postmark can be read. */
  postmarkedOn: string
}

export type DayProblem =
  | 'receivedMissing'
  | 'receivedNoDay'
  | 'receivedLongAgo'
  | 'receivedInFuture'
  | 'postmarkNoDay'
  | 'postmarkLongAgo'
  | 'postmarkAfterReceipt'

/** An earlier year is a slip of the pen. */
const EARLIEST = '1970-01-01'

const isDay = (text: string): boolean => {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  const days = [31, isLeap(Number(year)) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  const most = days[Number(month) - 1]
  return most !== undefined && Number(day) >= 1 && Number(day) <= most
}

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

/** `today` is the day it is in the zone of the deadline. */
export function dayProblems(
  { receivedOn, postmarkedOn }: PaperDays,
  today: string,
): { field: 'receivedOn' | 'postmarkedOn'; kind: DayProblem }[] {
  const received = receivedProblem(receivedOn, today)
  const postmark = postmarkProblem({ receivedOn, postmarkedOn })
  return [
    ...(received ? [{ field: 'receivedOn' as const, kind: received }] : []),
    ...(postmark ? [{ field: 'postmarkedOn' as const, kind: postmark }] : []),
  ]
}

function receivedProblem(receivedOn: string, today: string): DayProblem | undefined {
  if (receivedOn === '') return 'receivedMissing'
  if (!isDay(receivedOn)) return 'receivedNoDay'
  if (receivedOn < EARLIEST) return 'receivedLongAgo'
  return receivedOn > today ? 'receivedInFuture' : undefined
}

function postmarkProblem({ receivedOn, postmarkedOn }: PaperDays): DayProblem | undefined {
  if (postmarkedOn === '') return undefined
  if (!isDay(postmarkedOn)) return 'postmarkNoDay'
  if (postmarkedOn < EARLIEST) return 'postmarkLongAgo'
  return postmarkedOn > receivedOn ? 'postmarkAfterReceipt' : undefined
}

/** What is sent on the day of the deadline is sent in time: the day counts from its beginning, and the postmark before receipt. */
export function countedDay({ receivedOn, postmarkedOn }: PaperDays): string {
  return postmarkedOn || receivedOn
}

/** A comment on paper, as it came in. */
export interface PaperEntry extends PaperDays {
  enteredAt: Instant
}
