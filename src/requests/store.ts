import { type Expression, sql } from 'kysely'
import type { Db, Tx } from '../platform/db/index.ts'
import { countWords, minutesToRead } from '../platform/text/index.ts'
import type { Instant } from '../platform/time.ts'
import type { ProcessesTables, ProcessId } from '../processes/index.ts'
import type { LeafId } from '../record/index.ts'
import {
  type AnnouncedDeadline,
  docketNumber,
  type Question,
  type RequestForComment,
  type RequestId,
} from './model.ts'
import type { Paper } from './papers/model.ts'
import { papersOf } from './papers/store.ts'
import { roundsOf } from './replies/store.ts'
import type { RequestsTables } from './tables.ts'

type Reading = Db<RequestsTables & ProcessesTables>
type Writing = Tx<RequestsTables>

const lower = (text: Expression<string> | string) => sql<string>`lower(${text})`

const chosen = (db: Reading) =>
  db
    .selectFrom('requests.request as request')
    .innerJoin('processes.process as process', 'process.id', 'request.process_id')
    .selectAll('request')
    .select('process.slug as process_slug')

type Row = Awaited<ReturnType<ReturnType<typeof chosen>['executeTakeFirstOrThrow']>>

async function deadlinesOf(db: Reading, ids: readonly RequestId[]) {
  const rows = await db
    .selectFrom('requests.deadline')
    .select(['request_id', 'at', 'zone', 'reason', 'set_at as setAt'])
    .where('request_id', 'in', ids)
    .orderBy('position')
    .execute()
  return Map.groupBy(rows, (row) => row.request_id)
}

async function questionsOf(db: Reading, ids: readonly RequestId[]) {
  const issues = await db
    .selectFrom('requests.question_issue as tie')
    .innerJoin('requests.question as question', 'question.id', 'tie.question_id')
    .innerJoin('processes.issue as issue', 'issue.id', 'tie.issue_id')
    .select(['tie.question_id', 'issue.id', 'issue.number', 'issue.title'])
    .where('question.request_id', 'in', ids)
    .orderBy('issue.number')
    .execute()
  const byQuestion = Map.groupBy(issues, (row) => row.question_id)
  const rows = await db
    .selectFrom('requests.question')
    .selectAll()
    .where('request_id', 'in', ids)
    .orderBy('number')
    .execute()
  const questions = rows.map(({ asks_for_issues, ...row }) => ({
    ...row,
    ...(asks_for_issues && { asksForIssues: true }),
    issues: (byQuestion.get(row.id) ?? []).map(({ question_id: _, ...issue }) => issue),
  }))
  return Map.groupBy(questions, (question) => question.request_id)
}

function assemble(row: Row, deadlines: AnnouncedDeadline[], questions: Question[], papers: Paper[]) {
  const asked = questions.flatMap(({ text, hint }) => [text, hint])
  const { at, zone } = deadlines.at(-1) ?? { at: row.opens_at, zone: 'UTC' }
  return {
    id: row.id,
    docket: row.docket,
    processId: row.process_id,
    processSlug: row.process_slug,
    title: row.title,
    notice: row.notice,
    language: row.language,
    createdAt: row.created_at,
    publishedAt: row.published_at ?? undefined,
    opensAt: row.opens_at,
    deadline: { at, zone },
    deadlines,
    questions,
    papers,
    minutes: minutesToRead(countWords([row.notice, ...asked].join('\n'))),
  } satisfies RequestForComment
}

async function complete(db: Reading, rows: readonly Row[]): Promise<RequestForComment[]> {
  const ids = rows.map((row) => row.id)
  if (ids.length === 0) return []
  const [deadlines, questions] = [await deadlinesOf(db, ids), await questionsOf(db, ids)]
  const papers = await papersOf(db, ids)
  const rounds = await roundsOf(db, ids)
  return rows.map((row) => ({
    ...(rounds.get(row.id) && { replyRound: rounds.get(row.id) }),
    ...assemble(
      row,
      (deadlines.get(row.id) ?? []).map(({ request_id: _, ...deadline }) => deadline),
      (questions.get(row.id) ?? []).map(({ request_id: _, ...question }) => question),
      papers.get(row.id) ?? [],
    ),
  }))
}

/** Finds it by the number people quote, however they write its letters; drafts too. */
export async function findRequest(db: Reading, docket: string): Promise<RequestForComment | undefined> {
  const rows = await chosen(db)
    .where((where) => where(lower(where.ref('request.docket')), '=', lower(docket)))
    .execute()
  return (await complete(db, rows))[0]
}

/** The latest deadline first, drafts included; `processId` narrows it to one process. */
export async function listRequests(db: Reading, processId?: ProcessId): Promise<RequestForComment[]> {
  const rows = await chosen(db)
    .where((where) => (processId ? where('request.process_id', '=', processId) : where.lit(true)))
    .execute()
  const requests = await complete(db, rows)
  return requests.sort((a, b) => b.deadline.at.getTime() - a.deadline.at.getTime())
}

/** The next free number under a prefix in a year: numbers that were given by hand are passed over. */
export async function nextDocketNumber(tx: Writing, prefix: string, year: number): Promise<string> {
  const { last } = await tx
    .insertInto('requests.docket_number')
    .values({ prefix, year, last: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['prefix', 'year'])
        .doUpdateSet((row) => ({ last: sql`${row.ref('requests.docket_number.last')} + 1` })),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  const docket = docketNumber(prefix, year, last)
  return (await isTaken(tx, docket)) ? nextDocketNumber(tx, prefix, year) : docket
}

async function isTaken(tx: Writing, docket: string): Promise<boolean> {
  const row = await tx
    .selectFrom('requests.request')
    .select('id')
    .where((where) => where(lower(where.ref('docket')), '=', lower(docket)))
    .executeTakeFirst()
  return row !== undefined
}

/** Inserts a draft unless its docket number is taken; answers whether it did. */
export async function insertDraft(tx: Writing, request: RequestForComment): Promise<boolean> {
  const inserted = await tx
    .insertInto('requests.request')
    .values({
      id: request.id,
      process_id: request.processId,
      docket: request.docket,
      title: request.title,
      notice: request.notice,
      language: request.language,
      opens_at: request.opensAt,
      created_at: request.createdAt,
      published_at: null,
      leaf_id: null,
    })
    .onConflict((conflict) => conflict.expression(sql`lower(docket)`).doNothing())
    .executeTakeFirst()
  if (inserted.numInsertedOrUpdatedRows !== 1n) return false
  await insertContents(tx, request)
  return true
}

/** Changes a draft as a whole; answers whether it still was one, for after publishing nothing is edited. */
export async function updateDraft(tx: Writing, request: RequestForComment): Promise<boolean> {
  const { title, notice, language, opensAt } = request
  const updated = await tx
    .updateTable('requests.request')
    .set({ title, notice, language, opens_at: opensAt })
    .where('id', '=', request.id)
    .where('published_at', 'is', null)
    .executeTakeFirst()
  if (updated.numUpdatedRows !== 1n) return false
  await tx.deleteFrom('requests.deadline').where('request_id', '=', request.id).execute()
  await tx.deleteFrom('requests.question').where('request_id', '=', request.id).execute()
  await insertContents(tx, request)
  return true
}

async function insertContents(tx: Writing, request: RequestForComment): Promise<void> {
  await insertDeadlines(tx, request)
  await insertQuestions(tx, request)
}

async function insertDeadlines(tx: Writing, { id, deadlines }: RequestForComment): Promise<void> {
  const rows = deadlines.map(({ setAt, ...deadline }, position) => ({
    ...deadline,
    request_id: id,
    position,
    set_at: setAt,
    leaf_id: null,
  }))
  await tx.insertInto('requests.deadline').values(rows).execute()
}

async function insertQuestions(tx: Writing, { id, questions }: RequestForComment): Promise<void> {
  if (questions.length === 0) return
  const rows = questions.map(({ issues: _, asksForIssues = false, ...question }) => ({
    ...question,
    asks_for_issues: asksForIssues,
    request_id: id,
  }))
  await tx.insertInto('requests.question').values(rows).execute()
  const ties = questions.flatMap((question) =>
    question.issues.map((issue) => ({ question_id: question.id, issue_id: issue.id })),
  )
  if (ties.length > 0) await tx.insertInto('requests.question_issue').values(ties).execute()
}

/** Of two clicks at once, one publishes. */
export async function publishIfDraft(
  tx: Writing,
  id: RequestId,
  at: Instant,
  leaf: LeafId,
): Promise<boolean> {
  const updated = await tx
    .updateTable('requests.request')
    .set({ published_at: at, leaf_id: leaf })
    .where('id', '=', id)
    .where('published_at', 'is', null)
    .executeTakeFirst()
  return updated.numUpdatedRows === 1n
}

/** Locks a request until the transaction ends, and answers it as it then stands. */
export async function lockRequest(
  tx: Tx<RequestsTables & ProcessesTables>,
  id: RequestId,
): Promise<RequestForComment | undefined> {
  await tx.selectFrom('requests.request').select('id').where('id', '=', id).forUpdate().execute()
  return (await complete(tx, await chosen(tx).where('request.id', '=', id).execute()))[0]
}

/** Adds a deadline after those announced; its position being taken means that someone else added one. */
export async function addDeadline(
  tx: Writing,
  id: RequestId,
  position: number,
  { at, zone, reason, setAt }: AnnouncedDeadline,
  leaf: LeafId,
): Promise<void> {
  await tx
    .insertInto('requests.deadline')
    .values({ request_id: id, position, at, zone, reason, set_at: setAt, leaf_id: leaf })
    .execute()
}
