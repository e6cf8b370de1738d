import { newId } from '../../../platform/id.ts'
import { firstDraft } from '../extracting/first-draft.ts'
import type { LineId } from '../model.ts'
import type { SummariesDb } from '../services.ts'
import { atDraft, type Drafting } from './at-draft.ts'
import { citesOf } from './cites-of.ts'
import { listCandidates } from './list-candidates.ts'
import { insertSentence, setCitations } from './store.ts'

/** Fills an empty draft with what the excerpts themselves say, for people to edit. */
export function draftByProgram(db: SummariesDb, drafting: Drafting) {
  return atDraft<'not-empty' | 'nothing-coded'>(db, drafting, async ({ tx, summary, sentences, tell }) => {
    if (sentences.length > 0) return 'not-empty'
    const candidates = await listCandidates(tx, drafting.request, drafting.issue.id)
    const lines = firstDraft(candidates)
    if (lines.length === 0) return 'nothing-coded'
    for (const [at, { text, excerpt }] of lines.entries()) {
      const id = newId<'sentence'>(drafting.at.getTime())
      const place = { line: id as string as LineId, position: at + 1, text }
      await insertSentence(tx, { id, summary: summary.id, version: null, ...place })
      const cites = citesOf(candidates, drafting.request.language, { text, cites: [excerpt] }, [])
      if (cites) await setCitations(tx, id, cites)
    }
    await tell('summary-drafted', { program: 'centroid-mmr-1', sentences: lines.length })
    return 'done'
  })
}
