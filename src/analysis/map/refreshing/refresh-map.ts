import type { RequestId } from '../../../requests/index.ts'
import type { MapDb } from '../services.ts'
import {
  deleteVoices,
  insertVoices,
  isMarked,
  listMarked,
  lockMap,
  noteRefreshed,
  takeMarks,
} from './store.ts'

const AT_ONCE = 2000

/** Counts comments anew of which something is noted; answers whether more may be noted. */
async function refreshSome(db: MapDb, request: RequestId): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    await lockMap(tx, request)
    const { taken, comments } = await takeMarks(tx, request, AT_ONCE)
    await deleteVoices(tx, comments)
    await insertVoices(tx, comments)
    if (taken > 0) await noteRefreshed(tx, request)
    return taken === AT_ONCE
  })
}

/** Brings the maps of these requests up to date: whatever was taken from the public before this began is in none of them. */
export async function refreshMaps(db: MapDb, requests: readonly RequestId[]): Promise<void> {
  if (requests.length === 0 || !(await isMarked(db, requests))) return
  for (const request of requests) while (await refreshSome(db, request));
}

/** Brings all maps a step further; answers whether there was anything to do. */
export async function refreshNext(db: MapDb): Promise<boolean> {
  const marked = await listMarked(db)
  for (const request of marked) await refreshSome(db, request)
  return marked.length > 0
}
