import { Button, ButtonLink, Document } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { words } from '../words.ts'

export function ReadyPage({ installation, name }: { installation: string; name: string }) {
  const t = useWords(words)
  const title = t('readyTitle', { installation })
  return (
    <Document title={title} unlisted>
      <h1>{title}</h1>
      <p class="govuk-body-l">{t('readyText', { name })}</p>
      <p class="govuk-body">{t('exampleText')}</p>
      <form method="post" action="/first-start/example">
        <div class="govuk-button-group">
          <Button>{t('loadExample')}</Button>
          <ButtonLink href="/" kind="secondary">
            {t('startEmpty')}
          </ButtonLink>
        </div>
      </form>
    </Document>
  )
}
