import { Document } from '../../platform/html/index.ts'
import { useWords } from '../../platform/i18n/index.ts'
import type { Toll } from '../model.ts'
import { words } from '../words.ts'
import { TollList } from './toll-list.tsx'

export function ErasedPage({ toll }: { toll: readonly [keyof Toll, number][] }) {
  const t = useWords(words)
  return (
    <Document title={t('doneTitle')} back={{ href: '/administration', text: t('back') }} unlisted>
      <h1>{t('doneTitle')}</h1>
      <p class="govuk-body">{t('done')}</p>
      <TollList toll={toll} />
      <p class="govuk-body">{t('doneMore')}</p>
    </Document>
  )
}
