import { type Actor, decide } from '../participants/index.ts'
import type { Db } from '../platform/db/index.ts'
import { NotFound } from '../platform/errors.ts'
import type { Services } from '../platform/services.ts'
import { findProcess, type Process, type ProcessesTables } from '../processes/index.ts'
import { requestsPolicy } from './access.ts'
import type { RequestForComment } from './model.ts'
import { findRequest } from './store.ts'
import type { RequestsTables } from './tables.ts'

export type Tables = RequestsTables & ProcessesTables
export type Reading = Pick<Services<Tables>, 'db' | 'clock' | 'origin'>

export const may = (viewer: Actor, action: string, process: string) =>
  decide(requestsPolicy, viewer, action, { process })

export function maySee(viewer: Actor, { publishedAt, processId }: RequestForComment): boolean {
  return publishedAt !== undefined || may(viewer, 'request.read-draft', processId)
}

/** The request and its process; to those who may not see it, a draft is not there. */
export async function findSeen(
  db: Db<Tables>,
  viewer: Actor,
  docket: string,
): Promise<{ request: RequestForComment; process: Process }> {
  const request = await findRequest(db, docket)
  const process = request && (await findProcess(db, request.processId))
  if (!request || !process || !maySee(viewer, request)) throw new NotFound('No such request.')
  return { request, process }
}
