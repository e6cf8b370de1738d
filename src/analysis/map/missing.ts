import type { Issue, IssueId } from '../../processes/index.ts'
import { type Commented, type Count, type OnIssue, sum } from './model.ts'

/** Who commented on the request, and is heard on no position about one issue. */
export interface Missing {
  issue: Pick<Issue, 'id' | 'number' | 'title'>
  groups: readonly string[]
  countries: readonly string[]
}

export interface Silence {
  /** Issue by issue, in their order. */
  on: readonly Missing[]
  /** Groups that are known here, and sent no comment at all. */
  groups: readonly string[]
}

interface Heard {
  issues: readonly Pick<Issue, 'id' | 'number' | 'title'>[]
  counts: readonly Count[]
  countries: readonly OnIssue[]
  commented: readonly Commented[]
  /** The stakeholder groups of the house, in their order. */
  known: readonly string[]
}

/** Which groups and countries are not heard where. */
export function silenceOf({ issues, counts, countries, commented, known }: Heard): Silence {
  const came = new Set(commented.map(({ group }) => group))
  const from = new Set(commented.flatMap(({ country }) => country ?? []))
  const order = [...known.filter((one) => came.has(one)), ...[...came].filter((one) => !known.includes(one))]
  const groupsOn = setsOf(counts, ({ group }) => group)
  const countriesOn = setsOf(countries, ({ country }) => country)
  return {
    on: issues.map((issue) => ({
      issue,
      groups: order.filter((group) => !groupsOn.get(issue.id)?.has(group)),
      countries: [...from].filter((country) => !countriesOn.get(issue.id)?.has(country)).sort(),
    })),
    groups: known.filter((group) => !came.has(group) && group !== 'not-stated'),
  }
}

function setsOf<Of extends { issue: IssueId }>(all: readonly Of[], of: (one: Of) => string) {
  const sets = Map.groupBy(all, ({ issue }) => issue)
  return new Map([...sets].map(([issue, some]) => [issue, new Set(some.map(of))]))
}

/** How much of what was sent somebody has read to the end: who is silent may only be unread. */
export const readSoFar = (commented: readonly Commented[]) => ({
  comments: sum(commented, ({ comments }) => comments),
  read: sum(commented, ({ read }) => read),
  heldBack: sum(commented, ({ heldBack }) => heldBack),
  seenAhead: sum(commented, ({ seenAhead }) => seenAhead),
})
