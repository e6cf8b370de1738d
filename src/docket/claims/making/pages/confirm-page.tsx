import { Button, Document } from '../../../../platform/html/index.ts'
import { useWords } from '../../../../platform/i18n/index.ts'
import { CLAIM_LIFE } from '../../model.ts'
import { words } from '../../words.ts'

interface Props {
  secret: string
  numbers: readonly string[]
  confirmed: boolean
}

/** Only shows a button: programs that open every link in a letter confirm nothing. */
export function ConfirmPage({ secret, numbers, confirmed }: Props) {
  const t = useWords(words)
  const title = t(confirmed ? 'confirmedTitle' : 'confirmTitle')
  return (
    <Document title={title} unlisted>
      <h1>{title}</h1>
      <p class="govuk-body-l">{t(confirmed ? 'confirmedText' : 'confirmText', { count: numbers.length })}</p>
      <ul class="govuk-list">
        {numbers.map((number) => (
          <li key={number}>
            <a href={`/comments/${number}`}>{number}</a>
          </li>
        ))}
      </ul>
      {!confirmed && (
        <form method="post" action={`/claims/${secret}`}>
          <Button>{t('confirmButton')}</Button>
        </form>
      )}
    </Document>
  )
}

export function ConfirmGonePage() {
  const t = useWords(words)
  return (
    <Document title={t('confirmGoneTitle')} unlisted>
      <h1>{t('confirmGoneTitle')}</h1>
      <p class="govuk-body">{t('confirmGone', { days: CLAIM_LIFE / 86_400_000 })}</p>
    </Document>
  )
}
