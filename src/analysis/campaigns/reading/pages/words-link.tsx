import { useWords } from '../../../../platform/i18n/index.ts'
import type { ShownWords } from '../model.ts'
import { words } from '../words.ts'

/** Leads to where words stand: a comment, or one of its attachments. */
export function WordsLink({ number, attachment }: Pick<ShownWords, 'number' | 'attachment'>) {
  const t = useWords(words)
  const comment = `/comments/${encodeURIComponent(number)}`
  if (attachment === undefined) return <a href={comment}>{number}</a>
  return (
    <a href={`${comment}/attachments/${attachment + 1}`}>
      {number}, {t('attachment', { place: attachment + 1 })}
    </a>
  )
}
