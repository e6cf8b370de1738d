import { useWords } from '../../../platform/i18n/index.ts'
import type { RequestForComment } from '../../../requests/index.ts'
import type { DeskText } from '../desk/read-desk.ts'
import { words } from '../words.ts'

/** What the texts of a comment are called: by their question, as free text, by the number of the file. */
export function usePlace({ questions }: Pick<RequestForComment, 'questions'>): (text: DeskText) => string {
  const t = useWords(words)
  return ({ kind, question, position }) => {
    if (kind === 'attachment') return t('attachment', { number: position + 1 })
    const number = questions.find(({ id }) => id === question)?.number
    return number === undefined ? t('freeText') : t('question', { number })
  }
}
