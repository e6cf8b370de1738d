import { latestChangeIn, type RecordTables } from '../../record/index.ts'
import type { Question, RequestForComment } from '../../requests/index.ts'
import { countRankings } from './count-rankings.ts'
import type { Rankings } from './model.ts'
import type { IssuesDb } from './services.ts'
import { listBallots } from './store.ts'

export type CountRankings = (
  db: IssuesDb<RecordTables>,
  request: Pick<RequestForComment, 'id' | 'processId'>,
  question: Question,
) => Promise<Rankings>

/** Beyond it the one asked for longest ago is counted again. */
const MOST_KEPT = 200

const counted: CountRankings = async (db, { id }, question) =>
  countRankings(
    await listBallots(db, id, question.id),
    question.issues.map(({ number }) => number),
  )

/**
 * Counts a request's rankings once for all readers, until something happens in its process. The change is read before
 * the rankings, so that what is kept is never older than its key; while a change waits for its place, nothing is kept.
 */
export function rankingsKept(): CountRankings {
  const kept = new Map<string, { change: string; rankings: Promise<Rankings> }>()
  return async (db, request, question) => {
    const latest = await latestChangeIn(db, request.processId)
    if (latest === undefined) return counted(db, request, question)
    const change = `${latest} ${question.issues.map(({ number }) => number).join()}`
    const before = kept.get(question.id)
    kept.delete(question.id)
    const rankings = before?.change === change ? before.rankings : counted(db, request, question)
    kept.set(question.id, { change, rankings })
    rankings.catch(() => kept.delete(question.id))
    const oldest = kept.size > MOST_KEPT ? kept.keys().next().value : undefined
    if (oldest !== undefined) kept.delete(oldest)
    return rankings
  }
}
