import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db } from '../../platform/db/index.ts'
import type { Instant } from '../../platform/time.ts'
import type { RequestForComment, RequestId } from '../../requests/index.ts'
import type { CommentId } from '../comments/model.ts'
import type { CommentTables } from '../comments/tables.ts'
import {
  type Counts,
  type Facet,
  type Filters,
  looksInside,
  noFilters,
  type Place,
  type PublicAnswer,
  type PublicAttachment,
  type PublicComment,
  type Standing,
  type Stretch,
  standingOf,
  standingsListed,
} from './model.ts'

type Reading = Db<CommentTables>
type Condition = RawBuilder<SqlBool>

/** What a list is taken from: its deadline tells late from in time, its questions turn numbers into ids. */
export type Docket = Pick<RequestForComment, 'id' | 'deadline' | 'questions'>

/** When a comment was sent first; one taken over from elsewhere keeps its date. */
const sent = sql<Instant>`coalesce(comment.original_at, comment.received_at)`

const standing: Record<Standing, Condition> = {
  posted: sql`(comment.state = 'posted' and comment.withdrawn_at is null)`,
  withheld: sql`(comment.state = 'withheld' and comment.withdrawn_at is null)`,
  screening: sql`(comment.state = 'screening' and comment.withdrawn_at is null and comment.superseded_by is null)`,
  superseded: sql`(comment.state = 'screening' and comment.withdrawn_at is null and comment.superseded_by is not null)`,
  withdrawn: sql`(comment.withdrawn_at is not null)`,
}

const withAttachment: Condition = sql`exists (select 1 from docket.attachment
  where attachment.comment_id = comment.id and attachment.publication <> 'confidential')`

const answering = (question: string | undefined): Condition => sql`exists (select 1 from docket.answer
  where answer.comment_id = comment.id and answer.question_id = ${question ?? null}
    and answer.publication <> 'confidential')`

const equals = (column: string, value: string): Condition => sql`${sql.ref(`comment.${column}`)} = ${value}`

function insideConditions(filters: Filters, { questions }: Docket): Condition[] {
  const { group, question, language, country, channel, attachments } = filters
  const asked = questions.find(({ number }) => number === question)?.id
  const conditions: (Condition | false)[] = [
    group !== undefined && equals('declared_group', group),
    language !== undefined && equals('language', language),
    country !== undefined && equals('country', country),
    channel !== undefined && equals('channel', channel),
    question !== undefined && answering(asked),
    attachments === 'with' && withAttachment,
    attachments === 'without' && sql<SqlBool>`not ${withAttachment}`,
  ]
  return conditions.filter((one) => one !== false)
}

function timeCondition({ time }: Filters, { deadline }: Docket): Condition[] {
  if (time === undefined) return []
  return [time === 'late' ? sql`${sent} >= ${deadline.at}` : sql`${sent} < ${deadline.at}`]
}

const all = (conditions: readonly Condition[]): Condition => sql`${sql.join(conditions, sql` and `)}`

function listed(docket: Docket, filters: Filters): Condition {
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

function comments(db: Reading) {
  return db
    .selectFrom('docket.comment as comment')
    .leftJoin('docket.particulars as particulars', (join) => join.on(particularsIfNamed))
    .leftJoin('docket.comment as newer', 'newer.id', 'comment.superseded_by')
    .select([
      'comment.id',
      'comment.number',
      'comment.request_id',
      'comment.state',
      'comment.received_at',
      sent.as('sent_at'),
      'comment.withdrawn_at',
      'comment.language',
      'comment.declared_group',
      'comment.assigned_group',
      'comment.country',
      'comment.channel',
      'comment.original_id',
      'comment.original_source',
      'newer.number as superseded_by',
      'particulars.comment_id as named',
      'particulars.name',
      'particulars.organisation',
      'particulars.capacity',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof comments>['executeTakeFirstOrThrow']>>

function shownOf(row: Row): PublicComment['shown'] {
  const { name, organisation, capacity } = row
  return {
    language: row.language,
    group: row.declared_group,
    assignedGroup: row.assigned_group ?? undefined,
    country: row.country ?? undefined,
    channel: row.channel,
    original: row.original_id ? { id: row.original_id, source: row.original_source ?? undefined } : undefined,
    sender: row.named
      ? { name: name ?? undefined, organisation: organisation ?? undefined, capacity: capacity ?? undefined }
      : undefined,
  }
}

function toPublic(row: Row): PublicComment {
  const fate = { withdrawnAt: row.withdrawn_at ?? undefined, supersededBy: row.superseded_by ?? undefined }
  const stands = standingOf({ state: row.state, ...fate })
  return {
    id: row.id,
    number: row.number,
    requestId: row.request_id,
    standing: stands,
    receivedAt: row.received_at,
    sentAt: row.sent_at,
    ...fate,
    shown: stands === 'posted' ? shownOf(row) : undefined,
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

export async function countListed(db: Reading, docket: Docket, filters: Filters): Promise<number> {
  const { count } = await db
    .selectFrom('docket.comment as comment')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where(listed(docket, filters))
    .executeTakeFirstOrThrow()
  return count
}

const countIf = (condition: Condition) => sql<number>`count(*) filter (where ${condition})`

export async function countComments(db: Reading, docket: Docket): Promise<Counts> {
  return db
    .selectFrom('docket.comment as comment')
    .select([
      sql<number>`count(*)`.as('received'),
      countIf(standing.posted).as('posted'),
      countIf(standing.screening).as('screening'),
      countIf(standing.withheld).as('withheld'),
      countIf(standing.withdrawn).as('withdrawn'),
      countIf(standing.superseded).as('superseded'),
      countIf(sql`${sent} >= ${docket.deadline.at}`).as('late'),
    ])
    .where('comment.request_id', '=', docket.id)
    .executeTakeFirstOrThrow()
}

export async function listWithheldIds(db: Reading, request: RequestId): Promise<CommentId[]> {
  const rows = await db
    .selectFrom('docket.comment as comment')
    .select('comment.id')
    .where('comment.request_id', '=', request)
    .where(standing.withheld)
    .execute()
  return rows.map(({ id }) => id)
}

/** What can be filtered by, counted over what is shown and nothing else. */
export async function listFacets(db: Reading, request: RequestId): Promise<Facet[]> {
  const { rows } = await sql<Facet>`
    select case when grouping(declared_group) = 0 then 'group' when grouping(language) = 0 then 'language'
                when grouping(country) = 0 then 'country' else 'channel' end as of,
           coalesce(declared_group, language, country, channel) as value, count(*) as count
    from docket.comment
    where request_id = ${request} and ${standing.posted}
    group by grouping sets ((declared_group), (language), (country), (channel))
    having coalesce(declared_group, language, country, channel) is not null
    order by count desc, value`.execute(db)
  return rows
}

export async function findComment(db: Reading, number: string): Promise<PublicComment | undefined> {
  const row = await comments(db).where('comment.number', '=', number).executeTakeFirst()
  return row && toPublic(row)
}

/** The comment that this one replaced, where it did. */
export async function findSuperseded(db: Reading, id: CommentId): Promise<string | undefined> {
  const row = await db
    .selectFrom('docket.comment')
    .select('number')
    .where('superseded_by', '=', id)
    .executeTakeFirst()
  return row?.number
}

export interface Shares<One> {
  shown: One[]
  /** How many there are that only those entitled may see. */
  confidential: number
}

/** Answers by comment; of a confidential one nothing but that it is there. */
export async function listAnswers(
  db: Reading,
  ids: readonly CommentId[],
  { questions }: Pick<Docket, 'questions'>,
): Promise<ReadonlyMap<CommentId, Shares<PublicAnswer>>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('docket.answer as answer')
    .innerJoin('docket.comment as comment', 'comment.id', 'answer.comment_id')
    .select(['answer.id', 'answer.comment_id', 'answer.question_id', 'answer.publication'])
    .where('answer.comment_id', 'in', ids)
    .where(standing.posted)
    .orderBy('answer.position')
    .execute()
  const numbers = new Map(questions.map(({ id, number }) => [id, number]))
  return share(rows, ({ id, question_id }) => ({
    id,
    question: question_id ? numbers.get(question_id) : undefined,
  }))
}

interface Shared {
  comment_id: CommentId
  publication: string
}

function share<Row extends Shared, One>(rows: readonly Row[], show: (row: Row) => One) {
  const byComment = Map.groupBy(rows, (row) => row.comment_id)
  return new Map(
    [...byComment].map(([id, own]): [CommentId, Shares<One>] => {
      const open = own.filter((row) => row.publication !== 'confidential')
      return [id, { shown: open.map(show), confidential: own.length - open.length }]
    }),
  )
}

/** Attachments by comment; a file's name is shown only beside its sender's. */
export async function listAttachments(
  db: Reading,
  ids: readonly CommentId[],
): Promise<ReadonlyMap<CommentId, Shares<PublicAttachment>>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('docket.attachment as attachment')
    .innerJoin('docket.comment as comment', 'comment.id', 'attachment.comment_id')
    .selectAll('attachment')
    .select('comment.named')
    .where('attachment.comment_id', 'in', ids)
    .where(standing.posted)
    .orderBy('attachment.position')
    .execute()
  return share(rows, (row) => ({
    id: row.id,
    number: row.position + 1,
    mediaType: row.media_type,
    bytes: row.bytes,
    extraction: row.extraction,
    file: row.named ? { name: row.name, sha256: row.sha256 } : undefined,
  }))
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
