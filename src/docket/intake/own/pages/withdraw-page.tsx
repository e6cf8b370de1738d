import { Button, Document } from '../../../../platform/html/index.ts'
import { useWords } from '../../../../platform/i18n/index.ts'
import { words } from '../../words.ts'

export function WithdrawPage({ number }: { number: string }) {
  const t = useWords(words)
  const yours = `/comments/${number}/yours`
  return (
    <Document title={t('withdrawTitle', { number })} back={{ href: yours }} unlisted>
      <h1>{t('withdrawTitle', { number })}</h1>
      <p class="govuk-body">{t('withdrawSays')}</p>
      <p class="govuk-body">{t('withdrawFinal')}</p>
      <form method="post" action={`/comments/${number}/withdraw`}>
        <div class="govuk-button-group">
          <Button kind="warning">{t('withdrawButton')}</Button>
          <a class="govuk-link" href={yours}>
            {t('withdrawKeep')}
          </a>
        </div>
      </form>
    </Document>
  )
}
