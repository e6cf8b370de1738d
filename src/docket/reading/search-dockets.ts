import type { Db } from '../../platform/db/index.ts'
import type { Process, ProcessesTables } from '../../processes/index.ts'
import { listRequests, type RequestForComment, type RequestsTables } from '../../requests/index.ts'
import { termsAsked } from '../search/model.ts'
import { countByRequest, findQuery } from '../search/store.ts'
import type { ReadingTables } from './read-docket.ts'

export interface FoundDocket {
  request: RequestForComment
  count: number
}

/** In which dockets, of one process or of all, posted comments say this; those first where most do. */
export async function searchDockets(
  db: Db<ReadingTables & RequestsTables & ProcessesTables>,
  words: string,
  process: Process | undefined,
): Promise<FoundDocket[]> {
  const counts = await countByRequest(db, await findQuery(db, termsAsked(words)))
  if (counts.size === 0) return []
  return (await listRequests(db, process?.id))
    .flatMap((request) => {
      const count = counts.get(request.id)
      return count && request.publishedAt ? [{ request, count }] : []
    })
    .sort((a, b) => b.count - a.count)
}
