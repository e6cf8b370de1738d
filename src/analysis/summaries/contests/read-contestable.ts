import type { CommentId } from '../../../docket/index.ts'
import type { Issue } from '../../../processes/index.ts'
import type { RequestForComment } from '../../../requests/index.ts'
import type { Sentence, Summary, SummaryVersion } from '../model.ts'
import type { SummariesDb } from '../services.ts'
import { listSummaries, listVersions, readSentences } from '../store.ts'

/** A published summary as the sender of a comment may contest it. */
export interface Contestable {
  summary: Summary
  issue: Issue
  version: SummaryVersion
  /** Its sentences that cite the comment, with their numbers. */
  sentences: readonly { number: number; sentence: Sentence }[]
}

/** The published summaries of a request, and what in them cites this comment. */
export async function readContestable(
  db: SummariesDb,
  request: Pick<RequestForComment, 'id'>,
  issues: readonly Issue[],
  comment: CommentId,
): Promise<Contestable[]> {
  const summaries = await listSummaries(db, request.id)
  const versions = await listVersions(
    db,
    summaries.map(({ id }) => id),
  )
  const found = await Promise.all(
    summaries.map(async (summary) => {
      const [version] = versions.get(summary.id) ?? []
      const issue = issues.find(({ id }) => id === summary.issue)
      if (!version || !issue) return []
      const all = await readSentences(db, issue.id, { version: version.id })
      const sentences = all.flatMap((sentence, at) => {
        const citations = sentence.citations.filter((one) => one.comment === comment && one.shown)
        return citations.length > 0 ? [{ number: at + 1, sentence: { ...sentence, citations } }] : []
      })
      return [{ summary, issue, version, sentences }]
    }),
  )
  return found.flat().toSorted((a, b) => a.issue.number - b.issue.number)
}
