import type { Db } from '../../platform/db/index.ts'
import type { Process, ProcessId } from '../../processes/index.ts'
import { listRequests, type RequestForComment, type RequestsTables } from '../../requests/index.ts'
import type { Scope } from './model.ts'

type Reading = Parameters<typeof listRequests>[0] & Db<RequestsTables>

/** The published requests of a process; those who may see drafts find none of them in a dataset either. */
export async function listPublished(db: Reading, process: ProcessId): Promise<RequestForComment[]> {
  return (await listRequests(db, process)).filter(({ publishedAt }) => publishedAt !== undefined)
}

export const docketScope = (seen: { process: Process; request: RequestForComment }): Scope => ({
  process: seen.process,
  requests: [seen.request],
  whole: false,
})

export async function processScope(db: Reading, process: Process): Promise<Scope> {
  return { process, requests: await listPublished(db, process.id), whole: true }
}
