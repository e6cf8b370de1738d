import type { Actor } from '../../participants/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { NotFound } from '../../platform/errors.ts'
import type { ProcessesTables } from '../../processes/index.ts'
import { findSeenRequest, type RequestsTables } from '../../requests/index.ts'
import { docketOf } from '../comments/model.ts'
import type { ReadingDb } from './read-docket.ts'
import { findComment } from './store.ts'

/** A comment with the request and process that it belongs to; no word of it is confidential. */
export async function findSeenComment(
  db: Db<RequestsTables & ProcessesTables> & ReadingDb,
  viewer: Actor,
  number: string,
) {
  const comment = await findComment(db, number)
  if (!comment) throw new NotFound('No such comment.')
  return { comment, ...(await findSeenRequest(db, viewer, docketOf(comment.number))) }
}
