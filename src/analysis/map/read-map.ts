import { type Actor, listStakeholderGroups, type StakeholderGroup } from '../../participants/index.ts'
import { readCounts } from './counting/read-counts.ts'
import { inOrder } from './in-order.ts'
import { readSoFar, type Silence, silenceOf } from './missing.ts'
import type { Commented, Count, MapFilters } from './model.ts'
import { refreshMaps } from './refreshing/refresh-map.ts'
import { blindOf, type SeenMap } from './seen.ts'
import type { MapDb } from './services.ts'

export interface PositionMap {
  counts: readonly Count[]
  silence: Silence
  commented: readonly Commented[]
  soFar: ReturnType<typeof readSoFar>
  /** The groups of the house in their order, and after them those that only stand in comments. */
  groups: readonly Pick<StakeholderGroup, 'slug' | 'name'>[]
}

/** What the filters leave of those who commented; of which kind a voice is, is known of coded comments alone. */
const among =
  ({ country, language }: MapFilters) =>
  (one: Commented): boolean =>
    (country === undefined || one.country === country) &&
    (language === undefined || one.language === language)

/** The map of a request as the viewer may know it, counted up to this moment. */
export async function readMap(
  db: MapDb,
  viewer: Actor,
  { request, process }: SeenMap,
  filters: MapFilters,
): Promise<PositionMap> {
  await refreshMaps(db, [request.id])
  const asked = { request: request.id, filters, blindTo: blindOf(viewer, process.id) }
  const { counts, countries, commented: everyone } = await readCounts(db, asked, process.id)
  const known = await listStakeholderGroups(db)
  const commented = everyone.filter(among(filters))
  const heard = { issues: process.issues, counts, countries, commented, known: known.map(({ slug }) => slug) }
  const others = [...new Set(everyone.map(({ group }) => group))].filter((slug) =>
    known.every((one) => one.slug !== slug),
  )
  const groups = [...known, ...others.map((slug) => ({ slug, name: slug }))]
  return {
    ...{ counts: inOrder(counts, process.issues, groups), groups, commented: everyone },
    ...{ soFar: readSoFar(commented), silence: silenceOf(heard) },
  }
}
