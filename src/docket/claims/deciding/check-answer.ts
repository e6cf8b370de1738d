import { cleanText } from '../../../platform/text/index.ts'
import type { CommentId } from '../../comments/model.ts'
import { type Outcome, outcomes } from '../model.ts'

export const LONGEST_ANSWER = 2000

/** What a moderator chose and wrote; it goes back with every word. */
export interface AnswerForm {
  comments: readonly string[]
  outcome: string
  answer: string
}

export interface Answered {
  comments: readonly CommentId[]
  outcome: Outcome
  answer: string
}

export type AnswerProblem = 'commentsMissing' | 'outcomeMissing' | 'answerMissing' | 'answerLong'
export type AnswerProblems = ReadonlyMap<keyof AnswerForm, AnswerProblem>

/** A claim is rejected with a reason in words; what is upheld needs none. */
export function checkAnswer(form: AnswerForm, open: readonly CommentId[]): Answered | AnswerProblems {
  const comments = open.filter((id) => form.comments.includes(id))
  const outcome = outcomes.find((one) => one === form.outcome)
  const answer = cleanText(form.answer).text.trim()
  const problems = new Map<keyof AnswerForm, AnswerProblem>()
  if (comments.length === 0) problems.set('comments', 'commentsMissing')
  if (outcome === undefined) problems.set('outcome', 'outcomeMissing')
  if (outcome === 'rejected' && answer === '') problems.set('answer', 'answerMissing')
  if (answer.length > LONGEST_ANSWER) problems.set('answer', 'answerLong')
  return problems.size > 0 || outcome === undefined ? problems : { comments, outcome, answer }
}
