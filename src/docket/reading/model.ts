import type { Instant } from '../../platform/time.ts'
import type { RequestId } from '../../requests/model.ts'
import type {
  AnswerId,
  AttachmentId,
  Capacity,
  Channel,
  CommentId,
  CommentState,
  Verification,
} from '../comments/model.ts'

/**
 * How a comment stands before the public. A withdrawn one shows nothing, whatever was decided before; one that its
 * sender replaced before it was posted is never shown.
 */
export type Standing = CommentState | 'withdrawn' | 'superseded'

export interface StandingFrom {
  state: CommentState
  withdrawnAt: Instant | undefined
  superseded: boolean
}

export function standingOf({ state, withdrawnAt, superseded }: StandingFrom): Standing {
  if (state === 'erased') return state
  if (withdrawnAt) return 'withdrawn'
  return state === 'screening' && superseded ? 'superseded' : state
}

/** What was narrowed on the list; each of them stands in the address. */
export interface Filters {
  /** What its published words are searched for, as somebody typed it. */
  words: string | undefined
  group: string | undefined
  /** The question's number; a confidential answer does not count as one. */
  question: number | undefined
  language: string | undefined
  country: string | undefined
  channel: Channel | undefined
  attachments: 'with' | 'without' | undefined
  time: 'late' | 'in-time' | undefined
  replies: 'only' | 'without' | undefined
  /** Signed by several organisations. */
  joint: 'only' | 'without' | undefined
  state: 'posted' | 'withheld' | 'withdrawn' | 'erased' | 'all' | undefined
}

export const noFilters: Filters = {
  words: undefined,
  group: undefined,
  question: undefined,
  language: undefined,
  country: undefined,
  channel: undefined,
  attachments: undefined,
  time: undefined,
  replies: undefined,
  joint: undefined,
  state: undefined,
}

/** A filter on what somebody sent looks only at what is shown, so that it cannot tell what is withheld or confidential. */
export function looksInside(filters: Filters): boolean {
  const { words, group, question, language, country, channel, attachments, replies, joint } = filters
  return [words, group, question, language, country, channel, attachments, replies, joint].some(
    (one) => one !== undefined,
  )
}

/** Which comments a list holds; nobody sees which are being screened, only how many. */
export function standingsListed(filters: Filters): readonly Standing[] {
  const asked: Record<NonNullable<Filters['state']>, readonly Standing[]> = {
    posted: ['posted'],
    withheld: ['withheld'],
    withdrawn: ['withdrawn'],
    erased: ['erased'],
    all: ['posted', 'withheld', 'withdrawn', 'erased'],
  }
  const listed = filters.state ? asked[filters.state] : (['posted', 'withheld', 'erased'] as const)
  return looksInside(filters) ? listed.filter((one) => one === 'posted') : listed
}

export type Sort = 'newest' | 'oldest'

/** A comment's place in the order of the docket: when it was sent, then its id. */
export interface Place {
  at: Instant
  id: CommentId
}

export interface Stretch {
  sort: Sort
  from?: Place | undefined
  /** Towards the beginning instead of the end. */
  backwards?: boolean | undefined
  limit: number
}

/** Who sent it, where the comment is shown with the name. */
export interface Sender {
  name: string | undefined
  organisation: string | undefined
  capacity: Capacity | undefined
  verification: Verification
}

/**
 * What the public may know of a comment; `shown` is missing while it is screened, withheld or withdrawn, and where all
 * of it is confidential.
 */
export interface PublicComment {
  id: CommentId
  number: string
  requestId: RequestId
  standing: Standing
  receivedAt: Instant
  /** When it was sent first, where it came from another docket. */
  sentAt: Instant
  withdrawnAt: Instant | undefined
  /** Its sender put another in its place. */
  superseded: boolean
  /** The number of that other one: not told where it would lead from a name to words that are shown without it. */
  supersededBy: string | undefined
  /** It is posted, and all of it is confidential: of what was sent nothing is shown but that there is something. */
  confidential: boolean
  shown: Shown | undefined
}

/** How many organisations sign a comment, its sender's among them, and how many of them are known to. */
export interface Joint {
  organisations: number
  confirmed: number
}

export interface Shown {
  language: string
  group: string
  assignedGroup: string | undefined
  country: string | undefined
  channel: Channel
  /** The numbers of the comments that it answers. */
  repliesTo: readonly string[]
  sender: Sender | undefined
  /** Where it is signed by several. */
  joint: Joint | undefined
  original: { id: string; source: string | undefined } | undefined
}

export interface PublicAnswer {
  id: AnswerId
  /** The question's number; missing where it is free text. */
  question: number | undefined
}

export interface PublicAttachment {
  id: AttachmentId
  /** Counted from 1, in the order they were sent. */
  number: number
  mediaType: string
  bytes: number
  extraction: 'waiting' | 'done' | 'refused'
  /** The file holds what was redacted. */
  heldBack: boolean
  /** Missing where it is held back, or the comment is shown without a name: a file and its name often hold one. */
  file: { name: string; sha256: string } | undefined
}

/** A text as the public reads it. */
export interface PublishedText {
  text: string
  language: string
  /** The program that read pictures of pages, where the text or a part of it was taken so; with what it knows. */
  readBy?: string | undefined
}

/** How many there are of each, so that no number on a page is made up. */
export interface Counts {
  received: number
  posted: number
  screening: number
  withheld: number
  withdrawn: number
  erased: number
  superseded: number
  /** Posted with a name, and how many of those names are confirmed. */
  named: number
  confirmed: number
  late: number
}

/** A value that comments can be narrowed to, and how many that are shown have it. */
export interface Facet {
  of: 'group' | 'language' | 'country' | 'channel'
  value: string
  count: number
}

/** A reply keeps to its round, and not to the deadline. */
export function isLateShown(
  deadline: Instant,
  { sentAt, shown }: Pick<PublicComment, 'sentAt' | 'shown'>,
): boolean {
  return sentAt >= deadline && !shown?.repliesTo.length
}
