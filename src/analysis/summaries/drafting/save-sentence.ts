import { newId } from '../../../platform/id.ts'
import { type LineId, MOST_SENTENCES, type SentenceId } from '../model.ts'
import type { SummariesDb } from '../services.ts'
import { atDraft, type Drafting } from './at-draft.ts'
import { citesOf, type Wording } from './cites-of.ts'
import { listCandidates } from './list-candidates.ts'
import { insertSentence, rewordSentence, setCitations } from './store.ts'

export type NotSaved = 'excerpt-unknown' | 'changed-meanwhile' | 'too-many'

/** Adds a sentence at the end of the draft. */
export function addSentence(db: SummariesDb, drafting: Drafting, wording: Wording) {
  return atDraft<NotSaved>(db, drafting, async ({ tx, summary, sentences, tell }) => {
    if (sentences.length >= MOST_SENTENCES) return 'too-many'
    const candidates = await listCandidates(tx, drafting.request, drafting.issue.id)
    const cites = citesOf(candidates, drafting.request.language, wording, [])
    if (!cites) return 'excerpt-unknown'
    const id = newId<'sentence'>(drafting.at.getTime())
    const place = { line: id as string as LineId, position: sentences.length + 1, text: wording.text }
    await insertSentence(tx, { id, summary: summary.id, version: null, ...place })
    await setCitations(tx, id, cites)
    await tell('summary-sentence-added', { sentence: id })
    return 'done'
  })
}

/** Rewords a sentence of the draft, if nobody else did since its editor opened it. */
export function saveSentence(
  db: SummariesDb,
  drafting: Drafting,
  { id, seen, ...wording }: Wording & { id: SentenceId; seen: number },
) {
  return atDraft<NotSaved>(db, drafting, async ({ tx, sentences, tell }) => {
    const before = sentences.find((one) => one.id === id)
    if (!before) return 'changed-meanwhile'
    const candidates = await listCandidates(tx, drafting.request, drafting.issue.id)
    const cites = citesOf(candidates, drafting.request.language, wording, before.citations)
    if (!cites) return 'excerpt-unknown'
    if (!(await rewordSentence(tx, { id, seen, text: wording.text }))) return 'changed-meanwhile'
    await setCitations(tx, id, cites)
    await tell('summary-sentence-reworded', { sentence: id })
    return 'done'
  })
}
