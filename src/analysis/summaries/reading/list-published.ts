import type { Process } from '../../../processes/index.ts'
import type { RequestForComment } from '../../../requests/index.ts'
import { listContests } from '../contests/store.ts'
import type { SummariesDb } from '../services.ts'
import { listSummaries, listVersions } from '../store.ts'
import { answerOf, type SummaryAnswer } from './answer.ts'
import type { ListedSummary } from './pages/summaries-page.tsx'
import { readSummary } from './read-summary.ts'

/** The issues of a process, with the newest version of the summary of each in this request. */
export async function listIssues(
  db: SummariesDb,
  request: Pick<RequestForComment, 'id'>,
  { issues }: Pick<Process, 'issues'>,
): Promise<ListedSummary[]> {
  const summaries = await listSummaries(db, request.id)
  const versions = await listVersions(
    db,
    summaries.map(({ id }) => id),
  )
  const contests = await listContests(db, { request: request.id })
  return issues.map((issue) => {
    const summary = summaries.find((one) => one.issue === issue.id)
    const own = contests.filter((one) => one.issue === issue.id)
    const waiting = own.filter(({ outcome }) => outcome === null).length
    const latest = summary && versions.get(summary.id)?.[0]
    return { issue, latest, contests: { waiting, all: own.length } }
  })
}

/** Every published summary of a request, in the order of the issues. */
export async function listPublished(
  db: SummariesDb,
  request: Pick<RequestForComment, 'id'>,
  { issues }: Pick<Process, 'issues'>,
): Promise<SummaryAnswer[]> {
  const found: SummaryAnswer[] = []
  for (const issue of issues) {
    const summary = await readSummary(db, request, issue)
    if (summary) found.push(answerOf(issue, summary))
  }
  return found
}
