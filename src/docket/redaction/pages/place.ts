import { useWords } from '../../../platform/i18n/index.ts'
import type { WholeWaiting } from '../../posting/read-waiting.ts'
import { words } from '../words.ts'

/** The number of the question that the text of such a key answers; none where it answers none. */
export function questionOf({ answers }: Pick<WholeWaiting, 'answers'>, key: string): number | undefined {
  return answers[Number(key.split('-')[1]) - 1]?.question?.number
}

/** `the answer to question 1`, `attachment 2`: what a key of a text is called. */
export function usePlace(whole: Pick<WholeWaiting, 'answers'>): (key: string) => string {
  const t = useWords(words)
  return (key) => {
    const [kind, at] = key.split('-')
    if (kind !== 'answer') return t('attachmentPlace', { number: at })
    const number = questionOf(whole, key)
    return number === undefined ? t('freePlace') : t('questionPlace', { number })
  }
}
