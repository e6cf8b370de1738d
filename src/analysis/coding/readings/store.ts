import { sql } from 'kysely'
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

/** Whether a second coder reads it, and how many do. */
export const chosen = sql<boolean>`(analysis.wanted_readers(comment.id,
  (select percent from analysis.second_reading where request_id = comment.request_id)) > 1)`
export const wanted = sql<number>`analysis.wanted_readers(comment.id,
  (select percent from analysis.second_reading where request_id = comment.request_id))`

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

/** Those that stand for a campaign first, the largest at the head; then those that programs are least sure of; copies last. */
const inTurn = sql`turn, texts desc, doubt desc, comment_id`

/** The next comment that nobody else has, or that waits for its second reader. */
export async function findNextToRead(
  db: Db<Tables>,
  request: RequestId,
  coder: CoderId | undefined,
): Promise<ToRead | undefined> {
  const { rows } = await sql<{ id: CommentId }>`
    (select comment_id as id, turn, texts, doubt, comment_id from analysis.queued
      where request_id = ${request} and readers = 0 order by ${inTurn} limit 1)
    union all
    (select comment_id as id, turn, texts, doubt, comment_id from analysis.queued
      where request_id = ${request} and readers > 0 and readers < wanted and not exists (select from analysis.reading
        where reading.comment_id = queued.comment_id and coder_id = ${coder ?? null}::uuid)
      order by ${inTurn} limit 1)
    order by turn, texts desc, doubt desc, comment_id limit 1`.execute(db)
  const [next] = rows
  return next && toRead(db).where('comment.id', '=', next.id).executeTakeFirst()
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
    select request_id as request, count(*)::int - (
        select count(*)::int from analysis.queued as own
        join analysis.reading on reading.comment_id = own.comment_id
        join analysis.coder on coder.id = reading.coder_id and coder.person_id = ${person ?? null}::uuid
        where own.request_id = queued.request_id and own.readers > 0 and own.readers < own.wanted) as count
    from analysis.queued
    where request_id = any(${requests}::uuid[]) and (readers = 0 or (readers > 0 and readers < wanted))
    group by request_id`.execute(db)
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
