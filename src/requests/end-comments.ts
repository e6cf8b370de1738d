import type { Tx } from '../platform/db/index.ts'
import { endCommentsWith, type ProcessesTables, type ProcessId } from '../processes/index.ts'
import { listRequests } from './store.ts'
import type { RequestsTables } from './tables.ts'

/** The comments stage ends with the last deadline that was announced in the process, so that no page counts other days. */
export async function endComments(
  tx: Tx<RequestsTables & ProcessesTables>,
  process: ProcessId,
): Promise<void> {
  const published = (await listRequests(tx, process)).filter(({ publishedAt }) => publishedAt)
  const [last] = published
  if (last) await endCommentsWith(tx, process, last.deadline.at)
}
