import { type SqlBool, sql } from 'kysely'
import { type Db, hexBytes, insertRows, type Tx } from '../../platform/db/index.ts'
import type { Instant } from '../../platform/time.ts'
import type { LeafId, RecordRows, RecordTables } from '../../record/index.ts'
import type { RequestId } from '../../requests/index.ts'
import type { VersionId } from '../../texts/index.ts'
import type { Answered, AnswerId, Arrival, AttachmentId, CommentId, SupersededAs } from './model.ts'
import { listInLeaf, signatoryRows } from './signatories/store.ts'
import type { CommentTables } from './tables.ts'

type Writing = Tx<CommentTables>

/** A text as it was sent, and as the public may read it where it is posted at once. */
export interface KeptText {
  kept?: VersionId
  published?: VersionId
}

/** A comment as it goes into its tables. */
export interface Numbered {
  arrival: Arrival
  id: CommentId
  number: string
  leaf: LeafId
  named: boolean
  confidential: boolean
  answers: readonly AnswerId[]
  attachments: readonly AttachmentId[]
  /** The text version of each answer and attachment that has one. */
  versions: ReadonlyMap<string, KeptText>
}

export interface Known {
  request: RequestId
  idempotencyKey: string
  id: CommentId
  number: string
  leaf: LeafId
  receivedAt: Instant
}

/** The last number that each request had given before, and the comments taken before under these keys. */
export interface Held {
  last: Map<RequestId, number>
  known: Known[]
}

type HeldRow = Known & { last: number | null }

/**
 * Holds the counters of these arrivals' requests until commit, always in one order, and moves each on by one for every
 * arrival; then looks for those that were taken before.
 */
export async function holdCounters(tx: Writing, arrivals: readonly Arrival[]): Promise<Held> {
  const requests = arrivals.map(({ request }) => request.id)
  const keys = arrivals.map(({ idempotencyKey }) => idempotencyKey)
  const { rows } = await sql<HeldRow>`
    select request, last, key as "idempotencyKey", id, number, leaf, received_at as "receivedAt"
    from docket.hold_counters(${requests}::uuid[], ${keys}::text[])`.execute(tx)
  const counts = Map.groupBy(requests, (id) => id)
  const before = rows.flatMap(({ request, last }): [RequestId, number][] =>
    last === null ? [] : [[request, last - (counts.get(request)?.length ?? 0)]],
  )
  const known = rows.flatMap(({ last, ...one }) => (last === null ? [one] : []))
  return { last: new Map(before), known }
}

/** Sets the counters back to the last number that was given, where some that came were no new comments. */
export async function setCounters(tx: Writing, last: ReadonlyMap<RequestId, number>): Promise<void> {
  const rows = JSON.stringify([...last].map(([request_id, last]) => ({ request_id, last })))
  await sql`
    update docket.counter set last = given.last
    from jsonb_populate_recordset(null::docket.counter, ${rows}::jsonb) as given
    where counter.request_id = given.request_id`.execute(tx)
}

const commentRow = ({ arrival, id, number, leaf, named, confidential }: Numbered) => ({
  id,
  process_id: arrival.request.processId,
  request_id: arrival.request.id,
  number,
  channel: arrival.channel,
  state: arrival.state,
  received_at: arrival.receivedAt,
  language: arrival.language,
  declared_group: arrival.group,
  country: arrival.country ?? null,
  named,
  confidential,
  idempotency_key: arrival.idempotencyKey,
  key_hash: arrival.keyHash ? hexBytes(arrival.keyHash) : null,
  leaf_id: leaf,
  original_id: arrival.original?.id ?? null,
  original_source: arrival.original?.source ?? null,
  original_at: arrival.original?.at ?? null,
})

const particularsRow = ({ id, arrival: { particulars } }: Numbered) => ({
  comment_id: id,
  name: particulars.name ?? null,
  email: particulars.email ?? null,
  organisation: particulars.organisation ?? null,
  capacity: particulars.capacity ?? null,
})

const interestRows = ({ id, arrival: { interests } }: Numbered) =>
  (interests?.declared ?? []).map(({ kind, words }, position) => ({
    comment_id: id,
    position,
    kind,
    words,
    confidential: interests?.confidential ?? false,
  }))

const answerRows = ({ id, arrival, answers, versions }: Numbered) =>
  answers.map((answer, position) => ({
    id: answer,
    comment_id: id,
    question_id: arrival.answers[position]?.question?.id ?? null,
    position,
    publication: arrival.answers[position]?.publication,
    version_id: versions.get(answer)?.kept,
    published_id: versions.get(answer)?.published ?? null,
  }))

const attachmentRows = ({ id, arrival, attachments, versions }: Numbered) =>
  arrival.attachments.map((file, position) => ({
    id: attachments[position],
    comment_id: id,
    position,
    name: file.name,
    media_type: file.mediaType,
    bytes: file.bytes,
    sha256: file.sha256,
    publication: file.publication,
    extraction: file.extraction.state,
    extraction_note: file.extraction.note ?? null,
    version_id: versions.get(attachments[position] ?? '')?.kept ?? null,
  }))

const replyRows = ({ id, arrival: { repliesTo = [] } }: Numbered) =>
  repliesTo.map((answered) => ({ comment_id: id, answered_id: answered.id }))

/** Inserts comments, and in the same statement the rows of the record that tell of them. */
export async function insertComments(
  tx: Tx<CommentTables & RecordTables>,
  comments: readonly Numbered[],
  told: RecordRows,
): Promise<void> {
  await insertRows<CommentTables & RecordTables>(tx, {
    ...told,
    'docket.comment': comments.map(commentRow),
    'docket.particulars': comments.map(particularsRow),
    'docket.interest': comments.flatMap(interestRows),
    'docket.answer': comments.flatMap(answerRows),
    'docket.attachment': comments.flatMap(attachmentRows),
    'docket.reply': comments.flatMap(replyRows),
    'docket.signatory': comments.flatMap(signatoryRows),
  })
}

/** Marks a comment as superseded, unless it was withdrawn or superseded before; answers whether it did. */
export async function markSuperseded(
  tx: Writing,
  old: CommentId,
  by: CommentId,
  as: SupersededAs,
): Promise<boolean> {
  const updated = await tx
    .updateTable('docket.comment')
    .set({ superseded_by: by, superseded_as: as })
    .where('id', '=', old)
    .where('state', '<>', 'erased')
    .where('withdrawn_at', 'is', null)
    .where('superseded_by', 'is', null)
    .executeTakeFirst()
  return updated.numUpdatedRows === 1n
}

/** Marks a comment as withdrawn, unless it was withdrawn or superseded before; answers whether it did. */
export async function markWithdrawn(tx: Writing, id: CommentId, at: Instant): Promise<boolean> {
  const updated = await tx
    .updateTable('docket.comment')
    .set({ withdrawn_at: at })
    .where('id', '=', id)
    .where('state', '<>', 'erased')
    .where('withdrawn_at', 'is', null)
    .where('superseded_by', 'is', null)
    .executeTakeFirst()
  return updated.numUpdatedRows === 1n
}

/** Everything of a comment but its words, for those who hold its key and for staff. */
export async function findWhole(db: Db<CommentTables>, number: string) {
  const comment = await db
    .selectFrom('docket.comment as comment')
    .innerJoin('docket.particulars as sender', 'sender.comment_id', 'comment.id')
    .leftJoin('docket.comment as later', 'later.id', 'comment.superseded_by')
    .selectAll('comment')
    .select(['sender.name', 'sender.email', 'sender.organisation', 'sender.capacity'])
    .select('later.number as superseded_by_number')
    .where('comment.number', '=', number)
    .executeTakeFirst()
  if (!comment) return undefined
  const answers = db.selectFrom('docket.answer').selectAll().where('comment_id', '=', comment.id)
  const attachments = db.selectFrom('docket.attachment').selectAll().where('comment_id', '=', comment.id)
  const interests = db
    .selectFrom('docket.interest')
    .select(['kind', 'words', 'confidential'])
    .where('comment_id', '=', comment.id)
  return {
    comment,
    interests: await interests.orderBy('position').execute(),
    repliesTo: await listAnswered(db, comment.id),
    signatories: await listInLeaf(db, comment.id),
    answers: await answers.orderBy('position').execute(),
    attachments: await attachments.orderBy('position').execute(),
  }
}

/** The comments that this one answers, in the order of their numbers. */
export async function listAnswered(db: Db<CommentTables>, id: CommentId): Promise<Answered[]> {
  return db
    .selectFrom('docket.reply as reply')
    .innerJoin('docket.comment as answered', 'answered.id', 'reply.answered_id')
    .select(['answered.id', 'answered.number'])
    .where('reply.comment_id', '=', id)
    .orderBy('answered.number')
    .execute()
}

/** Those of these numbers that are comments of the request and posted, so that they may be answered. */
export async function findAnswerable(
  db: Db<CommentTables>,
  request: RequestId,
  numbers: readonly string[],
): Promise<Answered[]> {
  return db
    .selectFrom('docket.comment')
    .select(['id', 'number'])
    .where('request_id', '=', request)
    .where(sql<SqlBool>`number = any(${numbers}::text[])`)
    .where('state', '=', 'posted')
    .where('withdrawn_at', 'is', null)
    .orderBy('number')
    .execute()
}

/** Which of these comments came with an address to write to. */
export async function listAddressed(
  db: Db<CommentTables>,
  numbers: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('docket.comment as comment')
    .innerJoin('docket.particulars as sender', 'sender.comment_id', 'comment.id')
    .select('comment.number')
    .where(sql<boolean>`comment.number = any(${numbers}::text[])`)
    .where('sender.email', 'is not', null)
    .execute()
  return new Set(rows.map(({ number }) => number))
}

export async function findKeyHash(db: Db<CommentTables>, number: string): Promise<Buffer | null | undefined> {
  const row = await db
    .selectFrom('docket.comment')
    .select('key_hash')
    .where('number', '=', number)
    .executeTakeFirst()
  return row?.key_hash
}
