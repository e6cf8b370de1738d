import type { Actor } from '../../participants/index.ts'
import type { ProcessId } from '../../processes/index.ts'
import type { RequestId } from '../../requests/index.ts'
import { findPublished } from '../map/publishing/store.ts'
import { mayOnMap } from '../map/seen.ts'
import type { MapDb } from '../map/services.ts'

interface About {
  request: RequestId
  process: ProcessId
}

/** Whether a viewer may see how comments were read: everyone once the map is published, its makers before. */
export async function maySee(db: MapDb, viewer: Actor, abouts: readonly About[]) {
  const published = await findPublished(db, [...new Set(abouts.map(({ request }) => request))])
  return ({ request, process }: About) => {
    const mapped = published.has(request)
    return { mapped, seen: mapped || mayOnMap(viewer, 'map.read-unpublished', process) }
  }
}
