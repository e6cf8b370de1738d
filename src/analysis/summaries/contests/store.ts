import { sql } from 'kysely'
import type { CommentId } from '../../../docket/index.ts'
import type { PersonId } from '../../../participants/index.ts'
import type { Db, Tx } from '../../../platform/db/index.ts'
import type { Instant } from '../../../platform/time.ts'
import type { ProcessId } from '../../../processes/index.ts'
import type { RequestId } from '../../../requests/index.ts'
import { summaryAddress } from '../addresses.ts'
import type { ContestId, SentenceId, SummaryId, SummaryVersionId } from '../model.ts'
import type { SummariesDatabase } from '../services.ts'
import type { SummaryTables } from '../tables.ts'
import type { Contest } from './model.ts'

type Reading = Db<SummariesDatabase>

/** Which contests are asked for. */
export type ContestsOf =
  | { id: ContestId }
  | { summary: SummaryId }
  | { request: RequestId }
  | { comment: CommentId }

const columnOf = { id: 'id', summary: 'summary_id', request: 'request_id', comment: 'comment_id' } as const

const MOST = 1000

/** The oldest first; at most a thousand. */
export async function listContests(db: Reading, of: ContestsOf): Promise<Contest[]> {
  const [[key, id]] = Object.entries(of) as [[keyof typeof columnOf, string]]
  const { rows } = await sql<Contest>`
    select contest.id, contest.process_id as process, contest.request_id as request, contest.summary_id as summary,
      summary.issue_id as issue, contest.version_id as version, version.number as "versionNumber",
      contest.sentence_id as sentence, sentence.line, contest.comment_id as comment, posted.number, posted.language,
      case when posted.id is null then '' else contest.words end as words, contest.at, contest.late, contest.state,
      contest.outcome, case when posted.id is null then '' else contest.answer end as answer,
      contest.answered_at as "answeredAt", corrected.number as corrected, version.published_by as "publishedBy",
      coalesce(contest.answered_by = version.published_by, false) as "byPublisher"
    from analysis.contest
    join analysis.summary on summary.id = contest.summary_id
    join analysis.summary_version as version on version.id = contest.version_id
    left join analysis.summary_version as corrected on corrected.id = contest.corrected_id
    left join analysis.summary_sentence as sentence on sentence.id = contest.sentence_id
    left join docket.posted_comment as posted on posted.id = contest.comment_id
    where ${sql.ref(`contest.${columnOf[key]}`)} = ${id}
    order by contest.at, contest.id limit ${MOST}`.execute(db)
  return rows
}

export async function findContest(db: Reading, id: ContestId): Promise<Contest | undefined> {
  return (await listContests(db, { id }))[0]
}

export interface NewContest {
  id: ContestId
  process: ProcessId
  request: RequestId
  summary: SummaryId
  version: SummaryVersionId
  sentence: SentenceId | null
  comment: CommentId
  words: string
  at: Instant
  late: boolean
}

/** Takes a contest in; nothing where one of the same comment about the same waits for its answer. */
export async function insertContest(tx: Tx<SummaryTables>, contest: NewContest): Promise<boolean> {
  const { id, process, request, summary, version, sentence, comment, words, at, late } = contest
  const taken = await tx
    .insertInto('analysis.contest')
    .values({
      ...{ id, process_id: process, request_id: request, summary_id: summary, version_id: version },
      ...{ sentence_id: sentence, comment_id: comment, words, at, late, state: 'screening' },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return taken.numInsertedOrUpdatedRows === 1n
}

/** The contest of this comment about the same that waits for its answer, if one does. */
export async function findOpen(
  db: Db<SummaryTables>,
  { comment, summary, sentence }: Pick<NewContest, 'comment' | 'summary' | 'sentence'>,
): Promise<{ words: string } | undefined> {
  return db
    .selectFrom('analysis.contest')
    .select('words')
    .where('comment_id', '=', comment)
    .where('summary_id', '=', summary)
    .where('sentence_id', 'is not distinct from', sentence)
    .where('outcome', 'is', null)
    .executeTakeFirst()
}

/** Decides about the words of a contest, if they still stand as they were seen. */
export async function moveContest(
  tx: Tx<SummaryTables>,
  { id, from, to }: { id: ContestId; from: Contest['state']; to: 'posted' | 'withheld' },
): Promise<boolean> {
  const moved = await tx
    .updateTable('analysis.contest')
    .set({ state: to })
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst()
  return moved.numUpdatedRows === 1n
}

export interface Answer {
  id: ContestId
  outcome: 'upheld' | 'not-upheld'
  answer: string
  at: Instant
  by: PersonId
  corrected: SummaryVersionId | null
}

/** Answers a contest that waits, once. */
export async function closeContest(
  tx: Tx<SummaryTables>,
  { id, outcome, answer, at, by, corrected }: Answer,
): Promise<boolean> {
  const { rows } = await sql`
    update analysis.contest set outcome = ${outcome}, answer = ${answer}, answered_at = ${at}, answered_by = ${by},
      corrected_id = ${corrected}::uuid
    where id = ${id} and outcome is null returning id`.execute(tx)
  return rows.length === 1
}

interface NamedRow {
  id: ContestId
  docket: string
  issue: number
  title: string
  number: string | null
}

/** What the moderation log calls these contests: the number of the comment, and where they are read. */
export async function nameContests(
  db: Reading,
  ids: readonly ContestId[],
): Promise<ReadonlyMap<ContestId, { text: string; href: string; issueTitle: string }>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<NamedRow>`
    select contest.id, request.docket, issue.number as issue, issue.title, posted.number
    from analysis.contest
    join analysis.summary on summary.id = contest.summary_id
    join processes.issue on issue.id = summary.issue_id
    join requests.request on request.id = contest.request_id
    left join docket.posted_comment as posted on posted.id = contest.comment_id
    where contest.id = any(${ids}::uuid[])`.execute(db)
  return new Map(
    rows.map(({ id, docket, issue, title, number }) => [
      id,
      { text: number ?? docket, href: `${summaryAddress(docket, issue)}#contest-${id}`, issueTitle: title },
    ]),
  )
}
