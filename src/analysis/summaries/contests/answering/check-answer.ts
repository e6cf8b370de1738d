import { cleanText } from '../../../../platform/text/index.ts'
import { checkWording } from '../../drafting/check-wording.ts'
import type { Wording } from '../../drafting/cites-of.ts'
import { LONGEST_REASON } from '../../model.ts'

export interface TypedAnswer {
  act: 'uphold' | 'not-uphold'
  answer: string
  text: string
  cites: readonly string[]
}

export type AnswerProblem =
  | 'answerMissing'
  | 'answerLong'
  | 'textMissing'
  | 'textLong'
  | 'citesMany'
  | 'excerpt-unknown'

/** An answer that can be given, or what is wrong with it; no text takes the sentence out. */
export function checkAnswer(
  { act, answer: written, text, cites }: TypedAnswer,
  stands: boolean,
): { answer: string; correction: Wording | undefined } | AnswerProblem {
  const answer = cleanText(written).text.trim()
  if (answer === '') return 'answerMissing'
  if (answer.length > LONGEST_REASON) return 'answerLong'
  if (act === 'not-uphold') return { answer, correction: undefined }
  if (text.trim() === '' && stands) return { answer, correction: { text: '', cites: [] } }
  const correction = checkWording({ text, cites })
  return typeof correction === 'string' ? correction : { answer, correction }
}
