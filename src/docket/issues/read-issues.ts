import type { Db } from '../../platform/db/index.ts'
import type { ProcessesTables } from '../../processes/index.ts'
import type { Question, RequestForComment, RequestsTables } from '../../requests/index.ts'
import type { TextsTables } from '../../texts/index.ts'
import type { CommentTables } from '../comments/tables.ts'
import {
  type Ballots,
  bordaCount,
  countBallots,
  type IssueDecision,
  type Tally,
  type Topic,
  topicsOf,
} from './model.ts'
import { listBallots, listDecisions, listGrouped, listProposals } from './store.ts'
import type { IssueTables } from './tables.ts'

export type IssuesDb = Db<CommentTables & TextsTables & IssueTables & RequestsTables & ProcessesTables>

/** How some of the senders ranked the issues. */
export interface Ranking {
  ballots: number
  tallies: readonly Tally[]
}

/** What a request asked, heard and decided about the issues to take up. */
export interface IssuesOfRequest {
  question: Question
  ranking: Ranking
  byGroup: ReadonlyMap<string, Ranking>
  byLevel: ReadonlyMap<string, Ranking>
  topics: readonly Topic[]
  /** About the issues that were asked, by number; the oldest first. */
  decided: ReadonlyMap<number, readonly IssueDecision[]>
}

const rankingOf = (ballots: readonly Ballots[], issues: readonly number[]): Ranking => ({
  ballots: countBallots(ballots, issues),
  tallies: bordaCount(ballots, issues),
})

function rankingsBy(ballots: readonly Ballots[], issues: readonly number[], by: 'group' | 'level') {
  const parts = Map.groupBy(ballots, (one): string => one[by])
  const rankings = [...parts].map(([name, own]): [string, Ranking] => [name, rankingOf(own, issues)])
  return new Map(rankings.filter(([, ranking]) => ranking.ballots > 0))
}

/** Nothing where no question of the request asks for issues. */
export async function readIssues(
  db: IssuesDb,
  { id, questions }: RequestForComment,
): Promise<IssuesOfRequest | undefined> {
  const question = questions.find((one) => one.asksForIssues)
  if (!question) return undefined
  const [ballots, proposals, grouped, decisions] = await Promise.all([
    listBallots(db, id, question.id),
    listProposals(db, { request: id, question: question.id }),
    listGrouped(db, id),
    listDecisions(db, { request: id }),
  ])
  const issues = question.issues.map(({ number }) => number)
  const ofIssues = decisions.filter(({ about }) => about.length === 0)
  return {
    question,
    ranking: rankingOf(ballots, issues),
    byGroup: rankingsBy(ballots, issues, 'group'),
    byLevel: rankingsBy(ballots, issues, 'level'),
    topics: topicsOf(proposals, grouped, decisions),
    decided: Map.groupBy(ofIssues, ({ issue }) => issue?.number ?? 0),
  }
}
