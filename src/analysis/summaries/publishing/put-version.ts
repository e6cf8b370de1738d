import type { PersonId } from '../../../participants/index.ts'
import { newId } from '../../../platform/id.ts'
import { citesOf } from '../drafting/cites-of.ts'
import type { Candidate } from '../drafting/list-candidates.ts'
import { insertSentence, setCitations } from '../drafting/store.ts'
import type { Sentence, SummaryId, SummaryVersion, SummaryVersionId } from '../model.ts'
import type { SummariesTx } from '../services.ts'
import { insertVersion } from './store.ts'

export interface NewVersion extends Omit<SummaryVersion, 'id'> {
  summary: SummaryId
  by: PersonId
  language: string
  candidates: readonly Candidate[]
  sentences: readonly Pick<Sentence, 'line' | 'text' | 'citations'>[]
}

/** Stores a version with copies of its sentences; what is not public any more is not cited anew. */
export async function putVersion(tx: SummariesTx, version: NewVersion): Promise<SummaryVersionId> {
  const { summary, sentences, candidates, language, publishedAt } = version
  const id = newId<'summary-version'>(publishedAt.getTime())
  await insertVersion(tx, { ...version, id })
  for (const [at, { line, text, citations }] of sentences.entries()) {
    const own = newId<'sentence'>(publishedAt.getTime())
    await insertSentence(tx, { id: own, summary, version: id, line, position: at + 1, text })
    const there = citations.filter(({ shown }) => shown)
    const wording = { text, cites: there.map(({ excerpt }) => excerpt) }
    const cites = citesOf(candidates, language, wording, there)
    if (cites) await setCitations(tx, own, cites)
  }
  return id
}
