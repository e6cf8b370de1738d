import type { Issue } from '../../processes/index.ts'
import type { SaidExcerpt } from './excerpts/model.ts'
import type { PositionMap } from './read-map.ts'
import type { SeenMap } from './seen.ts'

const numbersOf = (issues: readonly Issue[]) => new Map(issues.map(({ id, number }) => [id, number]))

/** A map as programs read it. */
export function mapAnswer({ request, process, publishedAt }: SeenMap, map: PositionMap) {
  const numbers = numbersOf(process.issues)
  const counts = map.counts.map(({ issue, group, position, voice, comments, excerpts, campaigns }) => ({
    ...{ issue: numbers.get(issue) ?? 0, group, position, voice, comments, excerpts, campaigns },
  }))
  return {
    docket: request.docket,
    published: publishedAt?.toISOString() ?? null,
    ...{ posted: map.soFar.comments, coded: map.soFar.read, heldBack: map.soFar.heldBack },
    issues: process.issues.map(({ number, title }) => ({ number, title })),
    counts,
    missing: map.silence.on.map(({ issue, groups, countries }) => ({
      ...{ issue: issue.number, groups: [...groups], countries: [...countries] },
    })),
    absent: [...map.silence.groups],
  }
}

/** An excerpt as programs read it. */
export function saidAnswer(said: SaidExcerpt, issues: readonly Issue[], origin: string) {
  const { id, issue, position, condition, placed, number, group, voice, country, language } = said
  return {
    ...{ id, issue: numbersOf(issues).get(issue) ?? 0, position, condition, words: placed.words },
    ...{ comment: number, group, voice, country, language },
    url: `${origin}/comments/${encodeURIComponent(number)}${placed.at}`,
  }
}
