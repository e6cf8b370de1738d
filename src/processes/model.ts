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
