import { Button, Document } from '../../../../platform/html/index.ts'
import { useWords } from '../../../../platform/i18n/index.ts'
import { words } from '../../words.ts'

/** Only shows a button: programs that open every link in a letter confirm nothing. */
export function SentPage({
  secret,
  number,
  confirmed,
}: {
  secret: string
  number: string
  confirmed: boolean
}) {
  const t = useWords(words)
  const title = t(confirmed ? 'sentConfirmedTitle' : 'sentTitle', { number })
  return (
    <Document title={title} unlisted>
      <h1>{title}</h1>
      <p class="govuk-body-l">{t(confirmed ? 'sentConfirmedText' : 'sentText')}</p>
      {!confirmed && (
        <>
          <form method="post" action={`/sent/${secret}`}>
            <Button>{t('sentButton')}</Button>
          </form>
          <p class="govuk-body">
            <a href={`/comments/${number}/claim`}>{t('sentNotMine')}</a>
          </p>
        </>
      )}
      {confirmed && (
        <p class="govuk-body">
          <a href={`/comments/${number}`}>{t('sentToComment', { number })}</a>
        </p>
      )}
    </Document>
  )
}

export function SentGonePage() {
  const t = useWords(words)
  return (
    <Document title={t('sentGoneTitle')} unlisted>
      <h1>{t('sentGoneTitle')}</h1>
      <p class="govuk-body">{t('sentGone')}</p>
    </Document>
  )
}
