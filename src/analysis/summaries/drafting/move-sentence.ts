import type { SentenceId } from '../model.ts'
import type { SummariesDb } from '../services.ts'
import { atDraft, type Drafting } from './at-draft.ts'
import { deleteSentence, orderSentences } from './store.ts'

type Gone = 'changed-meanwhile'

/** Moves a sentence of the draft before the one above it, or behind the one below. */
export function moveSentence(
  db: SummariesDb,
  drafting: Drafting,
  { id, to }: { id: SentenceId; to: 'up' | 'down' },
) {
  return atDraft<Gone>(db, drafting, async ({ tx, sentences, tell }) => {
    const ids = sentences.map((one) => one.id)
    const at = ids.indexOf(id)
    if (at < 0) return 'changed-meanwhile'
    const place = Math.min(Math.max(at + (to === 'up' ? -1 : 1), 0), ids.length - 1)
    ids.splice(place, 0, ...ids.splice(at, 1))
    await orderSentences(tx, ids)
    await tell('summary-sentence-moved', { sentence: id, place: place + 1 })
    return 'done'
  })
}

/** Deletes a sentence of the draft, if it is as it was seen. */
export function removeSentence(
  db: SummariesDb,
  drafting: Drafting,
  { id, seen }: { id: SentenceId; seen: number },
) {
  return atDraft<Gone>(db, drafting, async ({ tx, sentences, tell }) => {
    if (!(await deleteSentence(tx, { id, seen }))) return 'changed-meanwhile'
    await orderSentences(
      tx,
      sentences.map((one) => one.id).filter((one) => one !== id),
    )
    await tell('summary-sentence-deleted', { sentence: id })
    return 'done'
  })
}
