import type { Id } from '../../platform/id.ts'
import type { Instant } from '../../platform/time.ts'
import type { IssueId, ProcessId } from '../../processes/model.ts'
import type { RequestId } from '../../requests/model.ts'

export type DeliberationId = Id<'deliberation'>

/** Who may vote: frozen when the deliberation is announced, and written into the record when it opens. */
export const electorates = ['anyone', 'confirmed-email', 'representatives', 'allow-list'] as const
export type Electorate = (typeof electorates)[number]

export interface Deliberation {
  id: DeliberationId
  process: ProcessId
  request: RequestId | undefined
  issue: IssueId | undefined
  /** Its place among the deliberations of its process. */
  number: number
  title: string
  intro: string
  language: string
  opens: Instant
  closes: Instant
  /** The zone in which its times were announced. */
  zone: string
  electorate: Electorate
  createdAt: Instant
  publishedAt: Instant | undefined
  /** Where it was held, where that was elsewhere. */
  importedFrom?: string | undefined
}

export type DeliberationState = 'draft' | 'announced' | 'open' | 'closed'

/** Where it stands: votes are taken from the instant it opens until just before the instant it closes. */
export function stateOf(
  { publishedAt, opens, closes }: Pick<Deliberation, 'publishedAt' | 'opens' | 'closes'>,
  now: Instant,
): DeliberationState {
  if (publishedAt === undefined) return 'draft'
  if (now < opens) return 'announced'
  return now < closes ? 'open' : 'closed'
}

/** What people quote and the log names it by: `EFU-D1`. */
export const quotedNumber = (prefix: string, number: number): string => `${prefix}-D${number}`

export const deliberationAddress = (slug: string, number: number): string =>
  `/processes/${slug}/deliberations/${number}`

export const LONGEST_TITLE = 200
export const LONGEST_INTRO = 5000
export const MOST_ALLOWED = 20_000

/** An address as it is compared: without white space around it and in small letters. */
export const plainAddress = (text: string): string => text.trim().toLowerCase()

/** The addresses of a list, one a line or parted by commas, each once. */
export function readAddresses(text: string): { addresses: string[]; strange: string[] } {
  const all = [...new Set(text.split(/[\s,;]+/).map(plainAddress))].filter((one) => one !== '')
  const isAddress = (one: string) => /^[^\s@]+@[^\s@]+$/.test(one) && one.length <= 254
  return { addresses: all.filter(isAddress), strange: all.filter((one) => !isAddress(one)) }
}
