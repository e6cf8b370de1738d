import type { Actor } from '../../../participants/index.ts'
import { NotFound } from '../../../platform/errors.ts'
import { parseId } from '../../../platform/id.ts'
import type { Process } from '../../../processes/index.ts'
import type { Position } from '../../coding/model.ts'
import { filtersOf } from '../filters-of.ts'
import { refreshMaps } from '../refreshing/refresh-map.ts'
import type { CellQuery } from '../schemas.ts'
import { blindOf, type SeenMap } from '../seen.ts'
import type { MapDb } from '../services.ts'
import type { Behind, SaidExcerpt } from './model.ts'
import { listSaid } from './store.ts'

/** The place of the map that an address names. */
export function cellOf({ issues }: Process, query: CellQuery) {
  const issue = query.issue ? issues.find(({ number }) => number === Number(query.issue)) : undefined
  if (query.issue && !issue) throw new NotFound('This process has no such issue.')
  const position = query.position ? (query.position as Position) : undefined
  return { issue, group: query.group || undefined, position, filters: filtersOf(query) }
}

export interface Page {
  excerpts: readonly SaidExcerpt[]
  /** Where the next page begins. */
  next: string | undefined
}

/** A page of the excerpts behind a place of the map. */
export async function readCell(
  db: MapDb,
  viewer: Actor,
  { request, process }: SeenMap,
  query: CellQuery,
  most: number,
): Promise<Page> {
  await refreshMaps(db, [request.id])
  const { issue, group, position, filters } = cellOf(process, query)
  const asked = { request: request.id, filters, blindTo: blindOf(viewer, process.id) }
  const after = behindOf(process, query.after ?? '')
  const found = await listSaid(db, asked, { issue: issue?.id, group, position }, { after, most: most + 1 })
  const excerpts = found.slice(0, most)
  const last = found.length > most ? excerpts.at(-1) : undefined
  return { excerpts, next: last && placeOf(process, last) }
}

/** An excerpt may speak of several issues, of which a page may hold the first ones only. */
const placeOf = ({ issues }: Process, { id, issue }: SaidExcerpt) =>
  `${id}.${issues.find((one) => one.id === issue)?.number ?? 0}`

function behindOf({ issues }: Process, address: string): Behind | undefined {
  const [named = '', number] = address.split('.')
  const excerpt = parseId<'excerpt'>(named)
  return excerpt && { excerpt, issue: issues.find((one) => String(one.number) === number)?.id }
}
