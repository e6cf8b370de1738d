import type { RecordTables } from '../../record/index.ts'
import type { Question, RequestForComment } from '../../requests/index.ts'
import type { CountRankings } from './keep-rankings.ts'
import {
  decisionsOnGone,
  type IssueDecision,
  type IssueDecisionId,
  type Rankings,
  type Topic,
  topicsOf,
} from './model.ts'
import type { IssuesDb } from './services.ts'
import { listDecisions, listGrouped, listProposals } from './store.ts'

/** What a request asked, heard and decided about the issues to take up. */
export interface IssuesOfRequest {
  question: Question
  rankings: Rankings
  topics: readonly Topic[]
  /** About proposals that are no longer there to be read. */
  onGone: readonly IssueDecision[]
  /** About the issues that were asked, by number; the oldest first. */
  decided: ReadonlyMap<number, readonly IssueDecision[]>
  latest: IssueDecisionId | undefined
}

/** Nothing where no question of the request asks for issues. */
export async function readIssues(
  db: IssuesDb<RecordTables>,
  request: RequestForComment,
  countRankings: CountRankings,
): Promise<IssuesOfRequest | undefined> {
  const { id, questions } = request
  const question = questions.find((one) => one.asksForIssues)
  if (!question) return undefined
  const [rankings, proposals, grouped, decisions] = await Promise.all([
    countRankings(db, request, question),
    listProposals(db, { request: id, question: question.id }),
    listGrouped(db, id),
    listDecisions(db, { request: id }),
  ])
  const ofIssues = decisions.filter(({ subject }) => subject === 'asked')
  return {
    question,
    rankings,
    topics: topicsOf(proposals, grouped, decisions),
    onGone: decisionsOnGone(proposals, decisions),
    decided: Map.groupBy(ofIssues, ({ issue }) => issue?.number ?? 0),
    latest: decisions.at(-1)?.id,
  }
}
