import type { Desk } from '../at-desk.ts'
import type { CodingContent, ExcerptId } from '../model.ts'
import { answerOf } from './model.ts'
import { listSuggestions, putAnswers } from './store.ts'

/** Notes what became of the suggestions of an excerpt, now that a person has said what they read in it. */
export async function noteAnswers(
  { tx, comment, coder }: Pick<Desk, 'tx' | 'comment' | 'coder'>,
  excerpt: ExcerptId,
  content: CodingContent,
  at: Parameters<typeof putAnswers>[3],
): Promise<void> {
  const here = (await listSuggestions(tx, comment.id, coder)).filter((one) => one.excerpt === excerpt)
  const answers = here.map(({ id, parts }) => ({ id, answer: answerOf(parts, content) }))
  await putAnswers(tx, coder, answers, at)
}
