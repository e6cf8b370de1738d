import type { Id } from '../../platform/id.ts'
import type { Instant } from '../../platform/time.ts'

/** What a finding names its people for. */
export type FindingKind = 'alike' | 'burst' | 'network'

interface Found {
  /** By what it is known when all is examined anew. */
  key: string
  /** Numbers of participants, ascending. */
  people: readonly number[]
}

/** Many gave the same votes. */
export interface AlikeFinding extends Found {
  kind: 'alike'
  /** How many voted exactly so; the others differ in at most one of ten. */
  exact: number
  /** How many chance explains. */
  expected: number
  /** Numbers of statements, and the votes on them. */
  votes: readonly (readonly [statement: number, value: number])[]
}

/** Many arrived at one time; as they are kept, times are text. */
export interface BurstFinding extends Found {
  kind: 'burst'
  from: string
  until: string
  expected: number
}

/** Many came from one network. */
export interface NetworkFinding extends Found {
  kind: 'network'
}

export type Finding = AlikeFinding | BurstFinding | NetworkFinding

export interface Judgment {
  finding: string
  flagged: boolean
  people: number
  reason: string
  at: Instant
}

export type JudgmentId = Id<'finding-judgment'>

/** A finding as it stands: flagged by what was decided, or else by its kind. */
export type Judged<Kind extends Finding = Finding> = Kind & {
  flagged: boolean
  judgment: Judgment | undefined
}

/**
 * Who votes alike beyond chance is flagged. A crowd at one time may be a mailing, and one network a school: both are told, and
 * flag nobody until somebody decides so. Who was taken out of the flagged shields nobody who joins them later.
 */
export function judge(findings: readonly Finding[], judgments: readonly Judgment[]): Judged[] {
  const latest = new Map(judgments.map((one) => [one.finding, one]))
  return findings.map((one) => {
    const judgment = latest.get(one.key)
    const more = judgment !== undefined && one.people.length > judgment.people
    const flagged = judgment && !(more && !judgment.flagged) ? judgment.flagged : one.kind === 'alike'
    return { ...one, judgment, flagged }
  })
}

/** The numbers of all who are flagged. */
export const flaggedOf = (judged: readonly Judged[]): ReadonlySet<number> =>
  new Set(judged.flatMap(({ flagged, people }) => (flagged ? people : [])))

/** How many of these people are in a finding of another kind, where most of them are in one. */
export function shared(finding: Finding, others: readonly Finding[], kind: FindingKind): number {
  const own = new Set(finding.people)
  const counts = others
    .filter((other) => other.kind === kind)
    .map(({ people }) => people.reduce((sum, one) => sum + Number(own.has(one)), 0))
  const most = counts.reduce((top, one) => Math.max(top, one), 0)
  return most * 2 > finding.people.length ? most : 0
}
