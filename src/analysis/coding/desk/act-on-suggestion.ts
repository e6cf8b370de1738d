import type { Coding, Refused } from '../at-desk.ts'
import type { ExcerptId } from '../model.ts'
import type { CodingDb } from '../services.ts'
import { acceptSuggestion, dismissSuggestion } from '../suggestions/answer-suggestion.ts'

export type SuggestionAct = 'accept' | 'dismiss'

/** Does what a button beneath a suggestion says. */
export function actOnSuggestion(
  db: CodingDb,
  coding: Coding,
  excerpt: ExcerptId,
  act: SuggestionAct,
): Promise<object | Refused> {
  return act === 'accept' ? acceptSuggestion(db, coding, excerpt) : dismissSuggestion(db, coding, excerpt)
}
