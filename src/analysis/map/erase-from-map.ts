import type { CommentId } from '../../docket/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { deleteVoices } from './refreshing/store.ts'
import type { MapTables } from './tables.ts'

/** Takes erased comments off the map at once. */
export const eraseFromMap = (tx: Tx<MapTables>, comments: readonly CommentId[]): Promise<void> =>
  deleteVoices(tx, comments)
