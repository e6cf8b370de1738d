import { type SqlBool, sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/index.ts'
import type { Instant } from '../../platform/time.ts'
import type { IssueId, ProcessesTables } from '../../processes/index.ts'
import type { LeafId } from '../../record/index.ts'
import type { QuestionId, RequestId, RequestsTables } from '../../requests/index.ts'
import type { TextsTables } from '../../texts/index.ts'
import { readIssueAnswer, readProposals } from '../comments/issue-answer/model.ts'
import type { CommentId } from '../comments/model.ts'
import type { CommentTables } from '../comments/tables.ts'
import { sent, shownAlike, standing } from '../reading/store.ts'
import type {
  Ballots,
  Grouped,
  IssueDecision,
  Level,
  Proposal,
  ProposalGroupId,
  ProposalKey,
} from './model.ts'
import type { IssueTables } from './tables.ts'

type Reading = Db<CommentTables & TextsTables & IssueTables & RequestsTables & ProcessesTables>
type Writing = Tx<IssueTables>

const level = sql<Level>`case when comment.named then comment.verification else 'without-name' end`

/** Published answers of posted comments; of two that belong together in public, the newer one alone. */
const published = (db: Reading) =>
  db
    .selectFrom('docket.comment as comment')
    .innerJoin('docket.answer as answer', 'answer.comment_id', 'comment.id')
    .innerJoin('texts.version as version', 'version.id', 'answer.published_id')
    .leftJoin('docket.comment as newer', (join) =>
      join.onRef('newer.id', '=', 'comment.superseded_by').on(shownAlike),
    )
    .where(standing.posted)
    .where('answer.publication', '!=', 'confidential')
    .where('newer.id', 'is', null)

/** The rankings of a request, those that are alike counted by the database. */
export async function listBallots(db: Reading, request: RequestId, question: QuestionId): Promise<Ballots[]> {
  const rows = await published(db)
    .select(['comment.declared_group as group', level.as('level')])
    .select(sql<string>`split_part(version.text, E'\n\n', 1)`.as('ranking'))
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('comment.request_id', '=', request)
    .where('answer.question_id', '=', question)
    .where(sql<SqlBool>`version.text ~ '^[0-9]+[.] #[0-9]'`)
    .groupBy(['comment.declared_group', level, sql`split_part(version.text, E'\n\n', 1)`])
    .execute()
  return rows.map(({ ranking, count, ...row }) => ({
    ...row,
    count: Number(count),
    ranked: readIssueAnswer(ranking).ranked,
  }))
}

/** The proposed issues of a request, or of one comment, in the order they were sent. */
export async function listProposals(
  db: Reading,
  of: { request: RequestId; question: QuestionId } | { comments: readonly CommentId[] },
): Promise<Proposal[]> {
  const rows = await published(db)
    .innerJoin('requests.question as question', 'question.id', 'answer.question_id')
    .select(['answer.id', 'comment.number', 'comment.declared_group as group', level.as('level')])
    .select(['comment.id as commentId', 'comment.request_id as request'])
    .select([sent.as('sentAt'), 'comment.language', sql<string>`version.text`.as('text')])
    .where(sql<SqlBool>`question.asks_for_issues`)
    .where(
      'request' in of
        ? sql<SqlBool>`comment.request_id = ${of.request} and answer.question_id = ${of.question}`
        : sql<SqlBool>`comment.id = any(${of.comments}::uuid[])`,
    )
    .where(sql<SqlBool>`version.text ~ '(^|\n)[+] '`)
    .orderBy(sent)
    .orderBy('comment.id')
    .execute()
  return rows.flatMap(({ id, text, number, ...row }) =>
    readProposals(text).map((proposal) => ({ ...row, ...proposal, comment: number, answer: id })),
  )
}

export async function listGrouped(db: Reading, request: RequestId): Promise<Grouped[]> {
  return db
    .selectFrom('docket.proposal_group as together')
    .innerJoin('docket.grouped_proposal as one', 'one.group_id', 'together.id')
    .select(['together.id', 'together.title', 'one.answer_id as answer', 'one.paragraph'])
    .where('together.request_id', '=', request)
    .execute()
}

/** Decisions about the proposals and issues of a request, or about some issues or answers; the oldest first. */
export async function listDecisions(
  db: Reading,
  of: { request: RequestId } | { issues: readonly IssueId[] },
): Promise<(IssueDecision & { request: RequestId })[]> {
  const rows = await db
    .selectFrom('docket.issue_decision as decision')
    .leftJoin('processes.issue as issue', 'issue.id', 'decision.issue_id')
    .select(['decision.id', 'decision.outcome', 'decision.reason', 'decision.decided_at as at'])
    .select('decision.subject')
    .select(['decision.request_id as request', 'issue.id as issueId', 'issue.number', 'issue.title'])
    .where(
      'request' in of
        ? sql<SqlBool>`decision.request_id = ${of.request}`
        : sql<SqlBool>`decision.issue_id = any(${of.issues}::uuid[])`,
    )
    .orderBy('decision.decided_at')
    .orderBy('decision.id')
    .execute()
  const about = await aboutOf(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map(({ issueId, number, title, ...row }) => ({
    ...row,
    issue: issueId !== null && number !== null ? { id: issueId, number, title: title ?? '' } : undefined,
    about: about.get(row.id) ?? [],
  }))
}

/** The newest decision of a request; whoever decides has seen it. */
export async function latestDecision(
  db: Reading,
  request: RequestId,
): Promise<IssueDecision['id'] | undefined> {
  const row = await db
    .selectFrom('docket.issue_decision')
    .select('id')
    .where('request_id', '=', request)
    .orderBy('decided_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id
}

async function aboutOf(db: Reading, ids: readonly IssueDecision['id'][]) {
  const rows = await db
    .selectFrom('docket.decided_proposal')
    .select(['decision_id', 'answer_id as answer', 'paragraph'])
    .where(sql<SqlBool>`decision_id = any(${ids}::uuid[])`)
    .execute()
  return Map.groupBy(rows, (row) => row.decision_id)
}

/** The tracking numbers of the comments that these posted answers belong to, by answer. */
export async function numbersOfAnswers(
  db: Reading,
  keys: readonly ProposalKey[],
): Promise<ReadonlyMap<string, string>> {
  const ids = keys.map(({ answer }) => answer)
  const rows = await published(db)
    .select(['answer.id', 'comment.number'])
    .where(sql<SqlBool>`answer.id = any(${ids}::uuid[])`)
    .orderBy('comment.number')
    .execute()
  return new Map(rows.map(({ id, number }) => [id, number]))
}

interface NewDecision extends Omit<IssueDecision, 'issue'> {
  request: RequestId
  issue: IssueId | undefined
  leaf: LeafId
}

export async function insertDecision(tx: Writing, decision: NewDecision): Promise<void> {
  const { id, request, outcome, issue, reason, at, leaf, subject, about } = decision
  await tx
    .insertInto('docket.issue_decision')
    .values({
      ...{ id, outcome, reason, subject },
      request_id: request,
      issue_id: issue ?? null,
      decided_at: at,
      leaf_id: leaf,
    })
    .execute()
  if (about.length === 0) return
  await tx
    .insertInto('docket.decided_proposal')
    .values(about.map(({ answer, paragraph }) => ({ decision_id: id, answer_id: answer, paragraph })))
    .execute()
}

/** Puts these under one heading; whatever they stood under before, they leave. */
export async function insertGroup(
  tx: Writing,
  group: { id: ProposalGroupId; request: RequestId; title: string; at: Instant },
  keys: readonly ProposalKey[],
): Promise<void> {
  await deleteFromGroups(tx, keys)
  const { id, request, title, at } = group
  await tx
    .insertInto('docket.proposal_group')
    .values({ id, request_id: request, title, made_at: at })
    .execute()
  await tx
    .insertInto('docket.grouped_proposal')
    .values(keys.map(({ answer, paragraph }) => ({ answer_id: answer, paragraph, group_id: id })))
    .execute()
}

/** Takes these out from under their headings; answers how many stood under one. */
export async function deleteFromGroups(tx: Writing, keys: readonly ProposalKey[]): Promise<number> {
  const [answers, places] = [keys.map(({ answer }) => answer), keys.map(({ paragraph }) => paragraph)]
  const deleted = await tx
    .deleteFrom('docket.grouped_proposal')
    .where(
      sql<SqlBool>`(answer_id, paragraph) in (select * from unnest(${answers}::uuid[], ${places}::int[]))`,
    )
    .executeTakeFirst()
  return Number(deleted.numDeletedRows)
}
