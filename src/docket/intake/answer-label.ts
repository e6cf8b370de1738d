/** The key of the words that name an answer. */
export const answerLabelKey = (question: unknown): 'questionNumber' | 'freeTextOnly' =>
  question === undefined ? 'freeTextOnly' : 'questionNumber'
