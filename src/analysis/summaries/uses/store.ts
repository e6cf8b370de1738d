import { sql } from 'kysely'
import type { CommentId } from '../../../docket/index.ts'
import type { Db } from '../../../platform/db/index.ts'
import type { RequestId } from '../../../requests/index.ts'
import type { SummariesDatabase } from '../services.ts'

/** Where a published summary, in its newest version, cites a posted comment. */
export interface UseInSummary {
  comment: CommentId
  /** The docket number of the request. */
  docket: string
  issueNumber: number
  issueTitle: string
  versionNumber: number
  /** The number of the sentence, from 1. */
  sentence: number
}

/** Which sentences of published summaries cite these comments, as far as what they cite is posted. */
export async function listUsesInSummaries(
  db: Db<SummariesDatabase>,
  comments: readonly CommentId[],
): Promise<UseInSummary[]> {
  if (comments.length === 0) return []
  const { rows } = await sql<UseInSummary>`
    select distinct posted.id as comment, request.docket, issue.number as "issueNumber", issue.title as "issueTitle",
      version.number as "versionNumber", sentence.position as sentence
    from analysis.citation
    join analysis.summary_sentence as sentence on sentence.id = citation.sentence_id
    join analysis.summary_version as version on version.id = sentence.version_id
    join analysis.summary on summary.id = version.summary_id
    join processes.issue on issue.id = summary.issue_id
    join requests.request on request.id = summary.request_id
    join docket.posted_comment as posted on posted.id = citation.comment_id
    join analysis.excerpt on excerpt.id = citation.excerpt_id
    join docket.posted_text as text on text.comment_id = excerpt.comment_id and text.version_id = excerpt.version_id
    where citation.comment_id = any(${comments}::uuid[])
      and not exists (select from analysis.summary_version as later
        where later.summary_id = version.summary_id and later.number > version.number)
    order by request.docket, issue.number, sentence.position`.execute(db)
  return rows
}

/** Of these comments those that are posted in a request of which a summary is published. */
export async function listContestable(
  db: Db<SummariesDatabase>,
  comments: readonly CommentId[],
): Promise<{ id: CommentId; number: string }[]> {
  const { rows } = await sql<{ id: CommentId; number: string }>`
    select posted.id, posted.number from docket.posted_comment as posted
    where posted.id = any(${comments}::uuid[]) and exists (
      select from analysis.summary_version as version join analysis.summary on summary.id = version.summary_id
      where summary.request_id = posted.request_id)`.execute(db)
  return rows
}

/** Of how many issues a summary is published in each of these requests. */
export async function countPublished(
  db: Db<SummariesDatabase>,
  requests: readonly RequestId[],
): Promise<ReadonlyMap<RequestId, number>> {
  const { rows } = await sql<{ request: RequestId; count: number }>`
    select request_id as request, count(*)::int as count from analysis.summary
    where request_id = any(${requests}::uuid[])
      and exists (select from analysis.summary_version where summary_id = summary.id)
    group by request_id`.execute(db)
  return new Map(rows.map(({ request, count }) => [request, count]))
}

/** How many contests of comments that are posted wait for their answer, and for their screening. */
export async function countContests(
  db: Db<SummariesDatabase>,
  requests: readonly RequestId[],
): Promise<ReadonlyMap<RequestId, { answers: number; screens: number }>> {
  const { rows } = await sql<{ request: RequestId; answers: number; screens: number }>`
    select contest.request_id as request, (count(*) filter (where contest.outcome is null))::int as answers,
      (count(*) filter (where contest.state = 'screening'))::int as screens
    from analysis.contest join docket.posted_comment as posted on posted.id = contest.comment_id
    where contest.request_id = any(${requests}::uuid[]) group by contest.request_id`.execute(db)
  return new Map(rows.map(({ request, ...counts }) => [request, counts]))
}
