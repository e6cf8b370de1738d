import type { Db } from '../../platform/db/index.ts'
import { NotFound } from '../../platform/errors.ts'
import type { ProcessesTables } from '../../processes/index.ts'
import { findRequest, type RequestForComment, type RequestsTables } from '../../requests/index.ts'
import { docketOf, type PublicComment } from './model.ts'
import type { ReadingDb } from './read-docket.ts'
import { findComment } from './store.ts'

type RequestsDb = Db<RequestsTables & ProcessesTables>

/** A request that the public may see; to everyone else it is not there. */
export async function publishedRequest(db: RequestsDb, docket: string): Promise<RequestForComment> {
  const request = await findRequest(db, docket)
  if (!request?.publishedAt) throw new NotFound('No such request.')
  return request
}

export async function receivedComment(
  db: RequestsDb & ReadingDb,
  number: string,
): Promise<{ comment: PublicComment; request: RequestForComment }> {
  const comment = await findComment(db, number)
  if (!comment) throw new NotFound('No such comment.')
  return { comment, request: await publishedRequest(db, docketOf(comment.number)) }
}
