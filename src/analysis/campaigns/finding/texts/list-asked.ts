import { listRequests, type RequestId } from '../../../../requests/index.ts'
import type { Finding } from '../services.ts'

/** What commenters on a request were asked: its title, notice and questions, and what its background papers are called. */
export async function listAsked(tx: Finding, request: RequestId): Promise<string[]> {
  const found = (await listRequests(tx)).find(({ id }) => id === request)
  if (!found) return []
  const { title, notice, questions, papers } = found
  return [
    ...[title, notice, ...papers.map((paper) => paper.title)],
    ...questions.flatMap(({ text, hint }) => [text, hint]),
  ]
}
