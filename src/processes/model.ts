import type { OrganisationId } from '../participants/model.ts'
import type { Id } from '../platform/id.ts'
import type { Instant } from '../platform/time.ts'

export type ProcessId = Id<'process'>
export type IssueId = Id<'issue'>

export const outcomeCharacters = [
  'best-practice',
  'shared-definition',
  'consensus-text',
  'recommendation',
] as const
export type OutcomeCharacter = (typeof outcomeCharacters)[number]

/** An outcome binds nobody unless the process says from the start that it will. */
export const bindings = ['voluntary', 'standard', 'law'] as const
export type Binding = (typeof bindings)[number]

export interface Issue {
  id: IssueId
  number: number
  title: string
  description: string
}

/** A stretch of the process; what people may do in it stands in the policy table under its name. */
export interface Stage {
  name: string
  title: string
  opens: Instant
  closes: Instant
  /** What happens in it, in the convenor's words. */
  what: string
}

export interface Process {
  id: ProcessId
  slug: string
  name: string
  scope: string
  outcomeCharacter: OutcomeCharacter
  binding: Binding
  convenor: OrganisationId | undefined
  docketPrefix: string
  /** The zone in which the dates of its stages are announced. */
  zone: string
  createdAt: Instant
  /** Until then only those who prepare it see it, and may edit it. */
  publishedAt: Instant | undefined
  issues: readonly Issue[]
  stages: readonly Stage[]
}

/** Stages are half-open: one closes at the very instant the next opens. */
export function stageAt<S extends Stage>(stages: readonly S[], now: Instant): S | undefined {
  return stages.find((stage) => stage.opens <= now && now < stage.closes)
}

/** The stage that opens next, so that every page can say what happens then. */
export function nextStage<S extends Stage>(stages: readonly S[], now: Instant): S | undefined {
  return stages.find((stage) => stage.opens > now)
}

export interface Template {
  outcomeCharacter: OutcomeCharacter
  binding: Binding
  stages: readonly { name: 'comments' | 'analysis' | 'outcome'; days: number }[]
}

/** Patterns that processes follow; names and days are only where a convenor starts from. */
export const templates = {
  'open-request-for-comment': {
    outcomeCharacter: 'best-practice',
    binding: 'voluntary',
    stages: [
      { name: 'comments', days: 60 },
      { name: 'analysis', days: 45 },
      { name: 'outcome', days: 30 },
    ],
  },
} as const satisfies Record<string, Template>
export type TemplateName = keyof typeof templates

/** A short address: small letters, digits, and single hyphens between them. */
export function isSlug(text: string): boolean {
  return /^(?=.{1,60}$)[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && text !== 'new'
}

function ascii(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '')
}

/** "Updates for connected devices" → `updates-for-connected-devices`; empty where no letter can be kept. */
export function slugFrom(name: string): string {
  const words =
    ascii(name)
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  return words.join('-').slice(0, 60).replace(/-$/, '')
}

/** A convenor's initials, or its one word: "Example Forum on Updates" → `EFU`. */
export function prefixFrom(convenor: string): string {
  const words =
    ascii(convenor)
      .toUpperCase()
      .match(/[A-Z0-9]+/g) ?? []
  const great = words.filter((word) => !['OF', 'ON', 'THE', 'FOR', 'AND', 'IN'].includes(word))
  const short = great.length > 1 ? great.map((word) => word.slice(0, 1)).join('') : (great[0] ?? '')
  return short.slice(0, 20) || 'PARLEY'
}

const DAY = 86_400_000

/** Whole days until then; 0 on the last. */
export function daysLeft(now: Instant, until: Instant): number {
  return Math.max(0, Math.floor((until.getTime() - now.getTime()) / DAY))
}
