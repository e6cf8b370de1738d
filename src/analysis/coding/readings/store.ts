import { type SqlBool, sql } from 'kysely'
import type { CommentId, PostedTables } from '../../../docket/index.ts'
import type { PersonId } from '../../../participants/index.ts'
import type { Db, Tx } from '../../../platform/db/index.ts'
import { newId } from '../../../platform/id.ts'
import type { Instant } from '../../../platform/time.ts'
import type { ProcessId } from '../../../processes/index.ts'
import type { RequestId } from '../../../requests/index.ts'
import type { CoderId, Reading, ReadingState } from '../model.ts'
import type { CodingTables } from '../tables.ts'

type Tables = CodingTables & PostedTables

/** The person as a coder of a process; made when they first code. */
export async function coderOf(
  tx: Tx<CodingTables>,
  process: ProcessId,
  person: PersonId,
  at: Instant,
): Promise<CoderId> {
  const own = { process_id: process, person_id: person }
  await tx
    .insertInto('analysis.coder')
    .values({ id: newId<'coder'>(at.getTime()), ...own, program: null, program_version: null })
    .onConflict((conflict) => conflict.columns(['process_id', 'person_id']).doNothing())
    .execute()
  const found = await findCoder(tx, process, person)
  if (!found) throw new Error('The coder is not there.')
  return found
}

export async function findCoder(
  db: Db<CodingTables>,
  process: ProcessId,
  person: PersonId | undefined,
): Promise<CoderId | undefined> {
  if (person === undefined) return undefined
  const found = await db
    .selectFrom('analysis.coder')
    .select('id')
    .where('process_id', '=', process)
    .where('person_id', '=', person)
    .executeTakeFirst()
  return found?.id
}

/** Whether a second coder reads it: drawn by its id, so that a larger share takes in the smaller one. */
export const chosen = sql<boolean>`(('x' || left(md5(comment.id::text), 7))::bit(28)::int % 100 <
  coalesce((select percent from analysis.second_reading where request_id = comment.request_id), 0))`

const readers = sql<number>`(select count(*)::int from analysis.reading where comment_id = comment.id)`
export const wanted = sql<number>`(case when ${chosen} then 2 else 1 end)`

export interface ToRead {
  id: CommentId
  number: string
  requestId: RequestId
  processId: ProcessId
  language: string
  chosen: boolean
}

const toRead = (db: Db<Tables>) =>
  db
    .selectFrom('docket.posted_comment as comment')
    .select(['comment.id', 'comment.number', 'comment.language', chosen.as('chosen')])
    .select(['comment.request_id as requestId', 'comment.process_id as processId'])

const free = (coder: CoderId | undefined) => sql<SqlBool>`(${readers} < ${wanted}
  and not exists (select from analysis.reading
    where comment_id = comment.id and coder_id = ${coder ?? null}::uuid))`

/** What stands first in the queue; representatives of campaigns will stand before others here. */
const inTurn = sql`comment.id`

/** The next comment that nobody else has, or that waits for its second reader. */
export async function findNextToRead(
  db: Db<Tables>,
  request: RequestId,
  coder: CoderId | undefined,
): Promise<ToRead | undefined> {
  return toRead(db)
    .where('comment.request_id', '=', request)
    .where(free(coder))
    .orderBy(inTurn)
    .limit(1)
    .executeTakeFirst()
}

/** A posted comment with what coders need to know of it. */
export async function findToRead(db: Db<Tables>, number: string): Promise<ToRead | undefined> {
  return toRead(db).where('comment.number', '=', number).executeTakeFirst()
}

/** How many comments of these requests a coder could still take. */
export async function countToRead(
  db: Db<Tables>,
  requests: readonly RequestId[],
  person: PersonId | undefined,
): Promise<ReadonlyMap<RequestId, number>> {
  if (requests.length === 0) return new Map()
  const { rows } = await sql<{ request: RequestId; count: number }>`
    with read as materialized (
      select comment_id, count(*) as readers, bool_or(coder.person_id is not distinct from ${person ?? null}::uuid) as own
      from analysis.reading join analysis.coder on coder.id = reading.coder_id group by comment_id)
    select comment.request_id as request, count(*)::int as count
    from docket.posted_comment as comment
    left join read on read.comment_id = comment.id
    left join analysis.second_reading as share on share.request_id = comment.request_id
    where comment.request_id = any(${requests}::uuid[])
      and (read.comment_id is null or (share.percent > 0 and read.readers < 2 and not read.own and ${chosen}))
    group by comment.request_id`.execute(db)
  return new Map(rows.map(({ request, count }) => [request, count]))
}

/** Keeps a comment posted and its codings to this transaction; nothing where it is not posted any more. */
export async function lockPosted(tx: Tx<Tables>, id: CommentId): Promise<boolean> {
  const { rows } = await sql`select id from docket.posted_comment where id = ${id} for share`.execute(tx)
  if (rows.length === 0) return false
  await sql`select pg_advisory_xact_lock(hashtextextended(${`coding ${id}`}, 0))`.execute(tx)
  return true
}

export async function listReadings(db: Db<CodingTables>, comment: CommentId): Promise<Reading[]> {
  return db
    .selectFrom('analysis.reading')
    .select(['coder_id as coder', 'state', 'place', 'at'])
    .where('comment_id', '=', comment)
    .orderBy('place')
    .execute()
}

/** Takes a place among the readers of a comment; of two at once, one does. */
export async function insertReading(
  tx: Tx<CodingTables>,
  reading: { comment: CommentId; coder: CoderId; place: number; at: Instant },
): Promise<boolean> {
  const { comment, coder, place, at } = reading
  const taken = await tx
    .insertInto('analysis.reading')
    .values({ comment_id: comment, coder_id: coder, state: 'taken', at, place })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return taken.numInsertedOrUpdatedRows === 1n
}

/** Moves a reading on if it is as it was seen. */
export async function moveReading(
  tx: Tx<CodingTables>,
  { comment, coder }: { comment: CommentId; coder: CoderId },
  { from, to, at }: { from: readonly ReadingState[]; to: ReadingState; at: Instant },
): Promise<boolean> {
  const moved = await tx
    .updateTable('analysis.reading')
    .set({ state: to, at })
    .where('comment_id', '=', comment)
    .where('coder_id', '=', coder)
    .where('state', 'in', from)
    .executeTakeFirst()
  return moved.numUpdatedRows === 1n
}

export async function deleteReading(
  tx: Tx<CodingTables>,
  comment: CommentId,
  coder: CoderId,
): Promise<boolean> {
  const gone = await tx
    .deleteFrom('analysis.reading')
    .where('comment_id', '=', comment)
    .where('coder_id', '=', coder)
    .where('state', '=', 'taken')
    .executeTakeFirst()
  return gone.numDeletedRows === 1n
}

/** Which person each of these coders is; a program is none. */
export async function personsOf(
  db: Db<CodingTables>,
  coders: readonly CoderId[],
): Promise<ReadonlyMap<CoderId, PersonId>> {
  if (coders.length === 0) return new Map()
  const rows = await db
    .selectFrom('analysis.coder')
    .select(['id', 'person_id as person'])
    .where('id', 'in', [...new Set(coders)])
    .execute()
  return new Map(rows.flatMap(({ id, person }) => (person ? [[id, person] as const] : [])))
}
