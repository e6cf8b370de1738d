import { newId } from '../../../platform/id.ts'
import type { Instant } from '../../../platform/time.ts'
import type { OpenDraft } from '../drafting/at-draft.ts'
import { citesOf } from '../drafting/cites-of.ts'
import type { Candidate } from '../drafting/list-candidates.ts'
import { deleteSentence, insertSentence, rewordSentence, setCitations } from '../drafting/store.ts'
import type { LineId, Sentence } from '../model.ts'

export interface Corrected {
  line: LineId
  before: Sentence | undefined
  /** Nothing where the sentence was taken out. */
  after: Pick<Sentence, 'line' | 'text' | 'citations'> | undefined
  candidates: readonly Candidate[]
  language: string
  at: Instant
}

type Draft = Pick<OpenDraft, 'tx' | 'summary' | 'sentences'>

/** Corrects the draft too, where it still says what was published; what an editor changed since stays theirs. */
export async function followInDraft(draft: Draft, corrected: Corrected): Promise<void> {
  const { line, before, after } = corrected
  const own = draft.sentences.find((one) => one.line === line)
  if (own?.text !== before?.text) return
  if (after) await putInDraft(draft, own, after, corrected)
  else if (own) await deleteSentence(draft.tx, { id: own.id, seen: own.revision })
}

async function putInDraft(
  { tx, summary, sentences }: Draft,
  own: Sentence | undefined,
  { line, text, citations }: NonNullable<Corrected['after']>,
  { candidates, language, at }: Corrected,
): Promise<void> {
  const id = own?.id ?? newId<'sentence'>(at.getTime())
  const place = { line, position: sentences.length + 1, text }
  if (own) await rewordSentence(tx, { id, seen: own.revision, text })
  else await insertSentence(tx, { id, summary: summary.id, version: null, ...place })
  const wording = { text, cites: citations.map(({ excerpt }) => excerpt) }
  const cites = citesOf(candidates, language, wording, citations)
  if (cites) await setCitations(tx, id, cites)
}
