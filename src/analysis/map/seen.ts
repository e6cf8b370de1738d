import { type Actor, decide } from '../../participants/index.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Instant } from '../../platform/time.ts'
import type { Process } from '../../processes/index.ts'
import { findSeenRequest, type RequestForComment } from '../../requests/index.ts'
import { codingPolicy } from '../coding/access.ts'
import type { BlindTo } from '../coding/blind/store.ts'
import { mapPolicy } from './access.ts'
import { findPublished } from './publishing/store.ts'
import type { MapDb } from './services.ts'

export interface SeenMap {
  request: RequestForComment
  process: Process
  /** Since when everyone may read it. */
  publishedAt: Instant | undefined
}

export const mayOnMap = (viewer: Actor, action: string, process: string): boolean =>
  decide(mapPolicy, viewer, action, { process })

/**
 * Whoever codes may be the second coder of what they have not read, and may look signed out: only those on the bench who
 * do not code read what one coder alone has said.
 */
export function blindOf(viewer: Actor, process: string): BlindTo {
  if (decide(codingPolicy, viewer, 'excerpt.code', { process })) return viewer.person
  return mayOnMap(viewer, 'map.read-unpublished', process) ? undefined : 'everyone'
}

/** The map of a request; until it is published it is there for the convenor's analysts alone. */
export async function findSeenMap(db: MapDb, viewer: Actor, docket: string): Promise<SeenMap> {
  const { request, process } = await findSeenRequest(db, viewer, docket)
  const publishedAt = (await findPublished(db, [request.id])).get(request.id)
  if (!publishedAt && !mayOnMap(viewer, 'map.read-unpublished', process.id)) {
    throw new NotFound('This position map is not published.')
  }
  return { request, process, publishedAt }
}
