import { Document } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { words } from '../words.ts'

/** What everyone sees who comes without the code while the installation belongs to nobody. */
export function CodePage({ origin }: { origin: string }) {
  const t = useWords(words)
  const code = (text: preact.ComponentChildren) => <code>{text}</code>
  return (
    <Document title={t('codeTitle')} unlisted>
      <h1>{t('codeTitle')}</h1>
      <p class="govuk-body-l">{t.rich('codeText', { code, address: `${origin}/first-start?code=` })}</p>
      <p class="govuk-body">{t('codeWhy')}</p>
      <p class="govuk-body">{t('codeRestart')}</p>
    </Document>
  )
}
