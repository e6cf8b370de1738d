import type { Actor } from '../../../participants/index.ts'
import { NotFound } from '../../../platform/errors.ts'
import type { MapFilters } from '../model.ts'
import { type PositionMap, readMap } from '../read-map.ts'
import { findSeenMap, type SeenMap } from '../seen.ts'
import type { MapDb } from '../services.ts'
import { compare, type IssueChange } from './compare.ts'

export interface Round {
  seen: SeenMap
  map: PositionMap
}

export interface Rounds {
  /** The one that opened first is the earlier one, whichever is asked for first. */
  earlier: Round
  later: Round
  changes: readonly IssueChange[]
}

/** The maps of two requests of one process, and what changed between them. */
export async function readRounds(
  db: MapDb,
  viewer: Actor,
  [one, other]: readonly [string, string],
  filters: MapFilters,
): Promise<Rounds> {
  const both = [await findSeenMap(db, viewer, one), await findSeenMap(db, viewer, other)]
  const [first, second] = both.sort((a, b) => a.request.opensAt.getTime() - b.request.opensAt.getTime())
  if (!first || !second || first.process.id !== second.process.id || first.request.id === second.request.id) {
    throw new NotFound('Only two requests of one process can be compared.')
  }
  const earlier = { seen: first, map: await readMap(db, viewer, first, filters) }
  const later = { seen: second, map: await readMap(db, viewer, second, filters) }
  const groups = [
    ...new Map([...earlier.map.groups, ...later.map.groups].map((group) => [group.slug, group])).values(),
  ]
  return {
    earlier,
    later,
    changes: compare(first.process.issues, groups, earlier.map.counts, later.map.counts),
  }
}
