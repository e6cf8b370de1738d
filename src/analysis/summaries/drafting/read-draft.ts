import { listStakeholderGroups, type PersonId } from '../../../participants/index.ts'
import { checkSentences } from '../checking/check-sentences.ts'
import type { CheckedSummary } from '../checking/flags.ts'
import type { Sentence, SummaryVersion } from '../model.ts'
import type { SummariesDb } from '../services.ts'
import { findSummary, listVersions, readSentences } from '../store.ts'
import type { Where } from '../where.ts'
import { type Candidate, listCandidates } from './list-candidates.ts'

export interface Draft {
  revision: number
  sentences: readonly Sentence[]
  checked: CheckedSummary
  /** The excerpts that this reader may cite. */
  candidates: readonly Candidate[]
  latest: SummaryVersion | undefined
  groups: readonly { slug: string; name: string }[]
}

/** The draft of a summary as it stands, with what the check says of it. */
export async function readDraft(
  db: SummariesDb,
  { request, issue }: Pick<Where, 'request' | 'issue'>,
  reader: PersonId | undefined,
): Promise<Draft> {
  const summary = await findSummary(db, request.id, issue.id)
  const [sentences, candidates, held, groups, versions] = await Promise.all([
    summary ? readSentences(db, issue.id, { draft: summary.id }) : [],
    listCandidates(db, request, issue.id, reader),
    listCandidates(db, request, issue.id),
    listStakeholderGroups(db),
    summary ? listVersions(db, [summary.id]) : undefined,
  ])
  const names = groups.map(({ name }) => name)
  const { language } = request
  return {
    ...{ revision: summary?.revision ?? 0, sentences, candidates, groups },
    checked: checkSentences({ language, sentences, candidates: held, groups: names }),
    latest: summary && versions?.get(summary.id)?.[0],
  }
}
