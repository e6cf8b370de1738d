import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db } from '../../platform/db/index.ts'
import type { Instant } from '../../platform/time.ts'
import type { RequestForComment } from '../../requests/index.ts'
import type { CommentId } from '../comments/model.ts'
import type { CommentTables } from '../comments/tables.ts'
import { type Sought, saysSo } from '../search/store.ts'
import {
  type Filters,
  type Joint,
  looksInside,
  noFilters,
  type Place,
  type PublicComment,
  type Standing,
  type Stretch,
  standingOf,
  standingsListed,
} from './model.ts'

export type Reading = Db<CommentTables>
interface Signing {
  count: number
  confirmed: number
}

export type Condition = RawBuilder<SqlBool>

/** What a list is taken from: its deadline tells late from in time, its questions turn numbers into ids. */
export type Docket = Pick<RequestForComment, 'id' | 'deadline' | 'questions'> & {
  /** What the search is asked, where there are words to search for. */
  sought?: Sought
}

/** When a comment was sent first; one taken over from elsewhere keeps its date. */
export const sent = sql<Instant>`coalesce(comment.original_at, comment.received_at)`

export const standing: Record<Standing, Condition> = {
  posted: sql`(comment.state = 'posted' and comment.withdrawn_at is null)`,
  withheld: sql`(comment.state = 'withheld' and comment.withdrawn_at is null)`,
  screening: sql`(comment.state = 'screening' and comment.withdrawn_at is null and comment.superseded_by is null)`,
  superseded: sql`(comment.state = 'screening' and comment.withdrawn_at is null and comment.superseded_by is not null)`,
  withdrawn: sql`(comment.withdrawn_at is not null and comment.state <> 'erased')`,
  erased: sql`(comment.state = 'erased')`,
}

/** `offset 0` keeps the database from reading every docket's attachments to answer for one. */
const withAttachment: Condition = sql`exists (select 1 from docket.attachment
  where attachment.comment_id = comment.id and attachment.publication <> 'confidential' offset 0)`

const answering = (question: string | undefined): Condition => sql`exists (select 1 from docket.answer
  where answer.comment_id = comment.id and answer.question_id = ${question ?? null}
    and answer.publication <> 'confidential')`

const equals = (column: string, value: string): Condition => sql`${sql.ref(`comment.${column}`)} = ${value}`

/** Shown as a reply: what is not posted is not known to be one. */
const isReply: Condition = sql`(${standing.posted} and not comment.confidential
  and exists (select 1 from docket.reply where reply.comment_id = comment.id))`

/** Shown as signed by several: without its name a comment does not tell who signs it. */
const isJoint: Condition = sql`(${standing.posted} and comment.named and exists (select 1 from docket.signatory
  where signatory.comment_id = comment.id and signatory.state in ('named', 'confirmed') offset 0))`

function only(condition: Condition, wanted: 'only' | 'without' | undefined): Condition | false {
  if (wanted === undefined) return false
  return wanted === 'only' ? condition : sql`not ${condition}`
}

function insideConditions(filters: Filters, { questions, sought }: Docket): Condition[] {
  const { words, group, question, language, country, channel, attachments, replies, joint } = filters
  const asked = questions.find(({ number }) => number === question)?.id
  const conditions: (Condition | false)[] = [
    sql`not comment.confidential`,
    words !== undefined && (sought ? saysSo(sought) : sql<SqlBool>`false`),
    group !== undefined && equals('declared_group', group),
    language !== undefined && equals('language', language),
    country !== undefined && equals('country', country),
    channel !== undefined && equals('channel', channel),
    question !== undefined && answering(asked),
    attachments === 'with' && withAttachment,
    only(isReply, replies),
    only(isJoint, joint),
    attachments === 'without' && sql<SqlBool>`not ${withAttachment}`,
  ]
  return conditions.filter((one) => one !== false)
}

/** After the deadline, and no reply. */
export const isLateIn = ({ deadline }: Pick<Docket, 'deadline'>): Condition =>
  sql`(${sent} >= ${deadline.at} and not ${isReply})`

function timeCondition({ time }: Filters, docket: Docket): Condition[] {
  if (time === undefined) return []
  return [time === 'late' ? isLateIn(docket) : sql`not ${isLateIn(docket)}`]
}

const all = (conditions: readonly Condition[]): Condition => sql`${sql.join(conditions, sql` and `)}`

export function listed(docket: Docket, filters: Filters): Condition {
  const standings = standingsListed(filters).map((one) => standing[one])
  if (standings.length === 0) return sql`false`
  return all([
    sql`comment.request_id = ${docket.id}`,
    sql`(${sql.join(standings, sql` or `)})`,
    ...timeCondition(filters, docket),
    ...(looksInside(filters) ? insideConditions(filters, docket) : []),
  ])
}

/** Joined only where the comment is shown with its name, so that no query can carry one further. */
const particularsIfNamed: Condition = all([
  sql`particulars.comment_id = comment.id`,
  sql`comment.named`,
  standing.posted,
])

/**
 * A comment and the one that took its place are tied in public only where both are shown, and alike: the one would
 * tell who sent the other.
 */
export const shownAlike: Condition = sql`(${standing.posted} and newer.state = 'posted' and newer.withdrawn_at is null
  and newer.named = comment.named and newer.confidential = comment.confidential)`

const answeredNumbers = sql<string[] | null>`(select array_agg(answered.number order by answered.number)
  from docket.reply join docket.comment as answered on answered.id = reply.answered_id
  where reply.comment_id = comment.id)`

const signing = sql<Signing | null>`(select json_build_object('count', count(*),
    'confirmed', count(*) filter (where signatory.verification <> 'none'))
  from docket.signatory
  where signatory.comment_id = comment.id and comment.named and signatory.state in ('named', 'confirmed')
  having count(*) > 0)`

function comments(db: Reading) {
  return db
    .selectFrom('docket.comment as comment')
    .leftJoin('docket.particulars as particulars', (join) => join.on(particularsIfNamed))
    .leftJoin('docket.comment as newer', (join) =>
      join.onRef('newer.id', '=', 'comment.superseded_by').on(shownAlike),
    )
    .select([
      'comment.id',
      'comment.number',
      'comment.request_id',
      'comment.state',
      'comment.received_at',
      sent.as('sent_at'),
      'comment.withdrawn_at',
      'comment.confidential',
      'comment.language',
      'comment.declared_group',
      'comment.assigned_group',
      'comment.country',
      'comment.channel',
      'comment.original_id',
      'comment.original_source',
      'comment.superseded_by',
      'comment.verification',
      'newer.number as newer',
      'particulars.comment_id as named',
      'particulars.name',
      'particulars.organisation',
      'particulars.capacity',
      answeredNumbers.as('repliesTo'),
      signing.as('signing'),
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof comments>['executeTakeFirstOrThrow']>>

/** The sender's organisation signs too, as far as it is known to have sent it. */
function jointOf({ signing, organisation, verification }: Row): Joint | undefined {
  if (!signing) return undefined
  const [sends, sent] = [
    Number(organisation !== null),
    Number(organisation !== null && verification !== 'none'),
  ]
  return { organisations: signing.count + sends, confirmed: signing.confirmed + sent }
}

function shownOf(row: Row): PublicComment['shown'] {
  const { name, organisation, capacity } = row
  return {
    language: row.language,
    group: row.declared_group,
    assignedGroup: row.assigned_group ?? undefined,
    country: row.country ?? undefined,
    channel: row.channel,
    repliesTo: row.repliesTo ?? [],
    joint: jointOf(row),
    original: row.original_id ? { id: row.original_id, source: row.original_source ?? undefined } : undefined,
    sender: row.named
      ? {
          name: name ?? undefined,
          organisation: organisation ?? undefined,
          capacity: capacity ?? undefined,
          verification: row.verification,
        }
      : undefined,
  }
}

function toPublic(row: Row): PublicComment {
  const fate = { withdrawnAt: row.withdrawn_at ?? undefined, superseded: row.superseded_by !== null }
  const stands = standingOf({ state: row.state, ...fate })
  return {
    id: row.id,
    number: row.number,
    requestId: row.request_id,
    standing: stands,
    receivedAt: row.received_at,
    sentAt: row.sent_at,
    ...fate,
    supersededBy: row.newer ?? undefined,
    confidential: stands === 'posted' && row.confidential,
    shown: stands === 'posted' && !row.confidential ? shownOf(row) : undefined,
  }
}

function beyond({ at, id }: Place, descending: boolean): Condition {
  const [place, start] = [sql`(${sent}, comment.id)`, sql`(${at}, ${id})`]
  return descending ? sql`${place} < ${start}` : sql`${place} > ${start}`
}

/** One stretch of the list in its order; the place of its last comment is where the next begins. */
export async function listComments(
  db: Reading,
  docket: Docket,
  filters: Filters,
  { sort, from, backwards = false, limit }: Stretch,
): Promise<PublicComment[]> {
  const descending = (sort === 'newest') !== backwards
  const direction = descending ? 'desc' : 'asc'
  const rows = await comments(db)
    .where(listed(docket, filters))
    .where(from ? beyond(from, descending) : sql<SqlBool>`true`)
    .orderBy(sent, direction)
    .orderBy('comment.id', direction)
    .limit(limit)
    .execute()
  const found = rows.map(toPublic)
  return backwards ? found.reverse() : found
}

export async function findComment(db: Reading, number: string): Promise<PublicComment | undefined> {
  const row = await comments(db).where('comment.number', '=', number).executeTakeFirst()
  return row && toPublic(row)
}

/** The comment that this one replaced, where it did and both are shown alike. */
export async function findSuperseded(db: Reading, id: CommentId): Promise<string | undefined> {
  const row = await db
    .selectFrom('docket.comment as comment')
    .innerJoin('docket.comment as newer', 'newer.id', 'comment.superseded_by')
    .select('comment.number')
    .where('comment.superseded_by', '=', id)
    .where(shownAlike)
    .executeTakeFirst()
  return row?.number
}

/** The comments that stand before and after this one in the order of the docket, among those listed. */
export async function findNeighbours(
  db: Reading,
  docket: Docket,
  { id, sentAt }: Pick<PublicComment, 'id' | 'sentAt'>,
): Promise<{ previous: string | undefined; next: string | undefined }> {
  const beside = (descending: boolean) =>
    db
      .selectFrom('docket.comment as comment')
      .select('comment.number')
      .where(listed(docket, noFilters))
      .where(beyond({ at: sentAt, id }, descending))
      .orderBy(sent, descending ? 'desc' : 'asc')
      .orderBy('comment.id', descending ? 'desc' : 'asc')
      .limit(1)
      .executeTakeFirst()
  const [previous, next] = await Promise.all([beside(true), beside(false)])
  return { previous: previous?.number, next: next?.number }
}

/** The process each of these comments was sent in. */
export async function listProcesses(
  db: Reading,
  ids: readonly CommentId[],
): Promise<ReadonlyMap<CommentId, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('docket.comment')
    .select(['id', 'process_id as process'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, process }) => [id, process]))
}
