import { type SqlBool, sql } from 'kysely'
import { isAssigned, isProposed } from '../../moderation/index.ts'
import type { Db, Tx } from '../../platform/db/index.ts'
import type { Instant } from '../../platform/time.ts'
import type { ProcessId } from '../../processes/index.ts'
import type { LeafId } from '../../record/index.ts'
import type { QuestionId, RequestId } from '../../requests/index.ts'
import type { VersionId } from '../../texts/index.ts'
import type { AnswerId, AttachmentId, CommentId, CommentState, Publication } from '../comments/model.ts'
import type { CommentTables } from '../comments/tables.ts'
import { type QueueView, wholeQueue } from './model.ts'

type Reading = Db<CommentTables>
type Writing = Tx<CommentTables>

/** What a moderator finds: the whole comment, before any of it is public. */
export interface Waiting {
  id: CommentId
  number: string
  processId: ProcessId
  requestId: RequestId
  state: CommentState
  receivedAt: Instant
  language: string
  group: string
  country: string | null
  named: boolean
  confidential: boolean
  leaf: LeafId
  withdrawn: boolean
  superseded: boolean
}

const columns = [
  'comment.id',
  'comment.number',
  'comment.process_id as processId',
  'comment.request_id as requestId',
  'comment.state',
  'comment.received_at as receivedAt',
  'comment.language',
  'comment.declared_group as group',
  'comment.country',
  'comment.named',
  'comment.confidential',
  'comment.leaf_id as leaf',
] as const

const withdrawn = sql<boolean>`(comment.withdrawn_at is not null)`
const superseded = sql<boolean>`(comment.superseded_by is not null)`

const waiting = (db: Reading) =>
  db
    .selectFrom('docket.comment as comment')
    .select([...columns, withdrawn.as('withdrawn'), superseded.as('superseded')])

const proposed = isProposed('comment', 'comment.id')
const inQueue = sql<SqlBool>`(comment.state = 'screening' and comment.withdrawn_at is null
  and comment.superseded_by is null and not ${proposed})`
const inSecondLook = sql<SqlBool>`(comment.state <> 'withheld' and comment.withdrawn_at is null and ${proposed})`

const parts = { 'first-look': inQueue, 'second-look': inSecondLook } as const

const assigned = (to?: QueueView['reader']) => isAssigned('comment', 'comment.id', to)

/** The part of the queue, and of it what the reader asked for; what nobody reads is nobody's. */
function inView({ part, whose, reader }: QueueView) {
  const whoses = {
    all: sql<SqlBool>`true`,
    mine: reader ? assigned(reader) : sql<SqlBool>`false`,
    nobody: sql<SqlBool>`not ${assigned()}`,
  }
  return sql<SqlBool>`(${parts[part]} and ${whoses[whose]})`
}

/** The comment that waits longest, or the one that waits longest behind another. */
export async function findNextWaiting(
  db: Reading,
  request: RequestId,
  behind?: Pick<Waiting, 'id' | 'receivedAt'>,
  view: QueueView = wholeQueue,
): Promise<Waiting | undefined> {
  return waiting(db)
    .where('comment.request_id', '=', request)
    .where(inView(view))
    .where(
      behind
        ? sql<SqlBool>`(comment.received_at, comment.id) > (${behind.receivedAt}, ${behind.id})`
        : sql<SqlBool>`true`,
    )
    .orderBy('comment.received_at')
    .orderBy('comment.id')
    .limit(1)
    .executeTakeFirst()
}

/** Of those that are nobody's, the ones that wait longest. */
export async function listNextUnassigned(
  db: Reading,
  request: RequestId,
  limit: number,
): Promise<Pick<Waiting, 'id'>[]> {
  return db
    .selectFrom('docket.comment as comment')
    .select('comment.id')
    .where('comment.request_id', '=', request)
    .where(inView({ ...wholeQueue, whose: 'nobody' }))
    .orderBy('comment.received_at')
    .orderBy('comment.id')
    .limit(limit)
    .execute()
}

export async function findToModerate(db: Reading, number: string): Promise<Waiting | undefined> {
  return waiting(db).where('comment.number', '=', number).executeTakeFirst()
}

/** How many wait in each of these requests. */
export async function countWaiting(
  db: Reading,
  requests: readonly RequestId[],
  view: QueueView = wholeQueue,
): Promise<ReadonlyMap<RequestId, number>> {
  if (requests.length === 0) return new Map()
  const rows = await db
    .selectFrom('docket.comment as comment')
    .select(['comment.request_id', (row) => row.fn.countAll<number>().as('count')])
    .where('comment.request_id', 'in', requests)
    .where(inView(view))
    .groupBy('comment.request_id')
    .execute()
  return new Map(rows.map(({ request_id, count }) => [request_id, count]))
}

/** Keeps others from deciding about a comment until the transaction ends, if it is as it was seen. */
export async function lockComment(
  tx: Writing,
  { id, named }: Pick<Waiting, 'id' | 'named'>,
  seen: CommentState,
): Promise<boolean> {
  const locked = await tx
    .selectFrom('docket.comment')
    .select('id')
    .where('id', '=', id)
    .where('state', '=', seen)
    .where('named', '=', named)
    .where('withdrawn_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return locked !== undefined
}

/** Moves a comment on if it is as the moderator saw it, and named as then; nothing where somebody was faster. */
export async function moveComment(
  tx: Writing,
  { id, named }: Pick<Waiting, 'id' | 'named'>,
  from: CommentState,
  to: CommentState,
): Promise<boolean> {
  const moved = await tx
    .updateTable('docket.comment')
    .set({ state: to })
    .where('id', '=', id)
    .where('state', '=', from)
    .where('state', '<>', 'erased')
    .where('named', '=', named)
    .where('withdrawn_at', 'is', null)
    .where((row) =>
      to === 'posted' && from === 'screening' ? row('superseded_by', 'is', null) : row.lit(true),
    )
    .executeTakeFirst()
  return moved.numUpdatedRows === 1n
}

export interface SentAnswer {
  id: AnswerId
  comment: CommentId
  question: QuestionId | null
  publication: Publication
  version: VersionId
}

export async function listSentAnswers(db: Reading, ids: readonly CommentId[]): Promise<SentAnswer[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('docket.answer')
    .select([
      'id',
      'comment_id as comment',
      'question_id as question',
      'publication',
      'version_id as version',
    ])
    .where('comment_id', 'in', ids)
    .orderBy('position')
    .execute()
}

export interface SentAttachment {
  id: AttachmentId
  comment: CommentId
  position: number
  name: string
  mediaType: string
  bytes: number
  sha256: string
  publication: Publication
  extraction: 'waiting' | 'done' | 'refused'
  /** Why no text was read, where it was refused. */
  note: string | null
  version: VersionId | null
}

export async function listSentAttachments(db: Reading, ids: readonly CommentId[]): Promise<SentAttachment[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('docket.attachment')
    .select(['id', 'comment_id as comment', 'position', 'name', 'media_type as mediaType', 'bytes', 'sha256'])
    .select(['publication', 'extraction', 'extraction_note as note', 'version_id as version'])
    .where('comment_id', 'in', ids)
    .orderBy('position')
    .execute()
}

export async function findParticulars(db: Reading, id: CommentId) {
  return db
    .selectFrom('docket.particulars')
    .select(['name', 'organisation', 'capacity'])
    .where('comment_id', '=', id)
    .executeTakeFirst()
}

/** Where to write to a sender; who stands in an imported file did not ask for mail. */
export async function findAddressed(db: Reading, id: CommentId) {
  const row = await db
    .selectFrom('docket.comment as comment')
    .innerJoin('docket.particulars as sender', 'sender.comment_id', 'comment.id')
    .select(['comment.number', 'comment.language', 'sender.email'])
    .where('comment.id', '=', id)
    .where('comment.channel', 'in', ['web-form', 'api', 'e-mail'])
    .executeTakeFirst()
  return row?.email ? { ...row, email: row.email } : undefined
}

/** Remembers which version of an answer the public reads. */
export async function setPublished(tx: Writing, id: AnswerId, version: VersionId): Promise<void> {
  await tx.updateTable('docket.answer').set({ published_id: version }).where('id', '=', id).execute()
}

/** Offers the files of a comment, but for these. */
export async function holdBackFiles(
  tx: Writing,
  comment: CommentId,
  attachments: ReadonlySet<string>,
): Promise<void> {
  await tx
    .updateTable('docket.attachment')
    .set({ held_back: sql<boolean>`id = any(${[...attachments]}::uuid[])` })
    .where('comment_id', '=', comment)
    .execute()
}

/** What the public log says of comments, by their ids. */
export async function listToTell(db: Reading, ids: readonly CommentId[]) {
  if (ids.length === 0) return []
  return db
    .selectFrom('docket.comment as comment')
    .select(['comment.id', 'comment.number', 'comment.process_id as processId', 'comment.named'])
    .select(['comment.confidential', 'comment.leaf_id as leaf'])
    .where('comment.id', 'in', ids)
    .orderBy('comment.id')
    .execute()
}
