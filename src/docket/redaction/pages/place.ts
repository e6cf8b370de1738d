import { useWords } from '../../../platform/i18n/index.ts'
import { words } from '../words.ts'

/** `answer 1`, `attachment 2`: what a key of a text is called. */
export function usePlace(): (key: string) => string {
  const t = useWords(words)
  return (key) => {
    const [kind, number] = key.split('-')
    return t(kind === 'answer' ? 'answerPlace' : 'attachmentPlace', { number })
  }
}
