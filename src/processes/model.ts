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
  /** The issue of another process that opened this one. */
  parentIssue?: IssueId | undefined
}

/** An issue with the process it belongs to. */
export interface IssueHome {
  issue: Issue
  process: Process
}

/** Stages are half-open: one closes at the very instant the next opens. */
export function stageAt<S extends Stage>(stages: readonly S[], now: Instant): S | undefined {
  return stages.find((stage) => stage.opens <= now && now < stage.closes)
}

/** The stage that opens next, so that every page can say what happens then. */
export function nextStage<S extends Stage>(stages: readonly S[], now: Instant): S | undefined {
  return stages.find((stage) => stage.opens > now)
}

/** The keys of the words that a stage starts with: its title, and what happens in it. */
export type StageWords =
  | 'comments'
  | 'analysis'
  | 'outcome'
  | 'firstMeeting'
  | 'workingGroups'
  | 'workingDraft'
  | 'externalReview'
  | 'reconvening'
  | 'adoption'
  | 'topic'
  | 'contributions'
  | 'draftOutcome'
  | 'draftComments'
  | 'session'
  | 'spread'
  | 'comparison'
  | 'signatories'
  | 'publication'

export interface Template {
  outcomeCharacter: OutcomeCharacter
  binding: Binding
  /** `comments` is the stage whose end the deadlines of requests move. */
  stages: readonly { name: string; says: StageWords; days: number }[]
}

/** Patterns that processes follow; names and days are only where a convenor starts from. */
export const templates = {
  'open-request-for-comment': {
    outcomeCharacter: 'best-practice',
    binding: 'voluntary',
    stages: [
      { name: 'comments', says: 'comments', days: 60 },
      { name: 'analysis', says: 'analysis', days: 45 },
      { name: 'outcome', says: 'outcome', days: 30 },
    ],
  },
  'working-group': {
    outcomeCharacter: 'consensus-text',
    binding: 'voluntary',
    stages: [
      { name: 'first-meeting', says: 'firstMeeting', days: 45 },
      { name: 'working-groups', says: 'workingGroups', days: 120 },
      { name: 'working-draft', says: 'workingDraft', days: 60 },
      { name: 'comments', says: 'externalReview', days: 30 },
      { name: 'reconvening', says: 'reconvening', days: 45 },
      { name: 'outcome', says: 'adoption', days: 30 },
    ],
  },
  'best-practice-forum': {
    outcomeCharacter: 'best-practice',
    binding: 'voluntary',
    stages: [
      { name: 'topic', says: 'topic', days: 60 },
      { name: 'comments', says: 'contributions', days: 75 },
      { name: 'draft', says: 'draftOutcome', days: 60 },
      { name: 'draft-comments', says: 'draftComments', days: 45 },
      { name: 'session', says: 'session', days: 7 },
      { name: 'outcome', says: 'spread', days: 90 },
    ],
  },
  'accord-call': {
    outcomeCharacter: 'best-practice',
    binding: 'voluntary',
    stages: [
      { name: 'comments', says: 'contributions', days: 45 },
      { name: 'comparison', says: 'comparison', days: 30 },
      { name: 'signatories', says: 'signatories', days: 30 },
      { name: 'outcome', says: 'publication', days: 30 },
    ],
  },
} as const satisfies Record<string, Template>
export type TemplateName = keyof typeof templates
export const templateNames = Object.keys(templates) as TemplateName[]

export const isTemplate = (name: string): name is TemplateName => Object.hasOwn(templates, name)

/** Pages of their own beside the pages of processes. */
export const takenAddresses: readonly string[] = ['new', 'patterns']

/** A short address: small letters, digits, and single hyphens between them. */
export function isSlug(text: string): boolean {
  return /^(?=.{1,60}$)[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && !takenAddresses.includes(text)
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
