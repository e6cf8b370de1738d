import type { QuestionId } from '../../requests/model.ts'

/** So many questions fit into fifteen minutes. */
export const FEW = 3

/** Of a question: what its place in the short way depends on. */
export interface Weighed {
  id: QuestionId
  number: number
  /** Among those that the convenor would most like answered. */
  priority: boolean
}

/** How many public answers a question has from one stakeholder group. */
export type Answered = ReadonlyMap<QuestionId, number>

/**
 * The questions for a reader with little time: those the convenor marked before the others, and among each the ones
 * that the reader's group answered least, then those asked first.
 */
export function chooseFew<Question extends Weighed>(
  questions: readonly Question[],
  answered: Answered,
): Question[] {
  const answers = ({ id }: Question) => answered.get(id) ?? 0
  return [...questions]
    .sort((a, b) => Number(b.priority) - Number(a.priority) || answers(a) - answers(b) || a.number - b.number)
    .slice(0, FEW)
    .sort((a, b) => a.number - b.number)
}
