import { Document, EmptyState } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import type { Instant } from '../../../platform/time.ts'
import { type Process, useProcessBand } from '../../../processes/index.ts'
import type { Deliberation } from '../model.ts'
import { words } from '../words.ts'
import { DeliberationTable } from './deliberation-table.tsx'

interface Props {
  process: Process
  deliberations: readonly Deliberation[]
  mayCreate: boolean
  now: Instant
}

export function DeliberationsPage({ process, deliberations, mayCreate, now }: Props) {
  const t = useWords(words)
  return (
    <Document
      title={t('listTitle')}
      process={useProcessBand(process, now)}
      back={{ href: `/processes/${process.slug}`, text: process.name }}
    >
      <h1>{t('listTitle')}</h1>
      <p>{t('listIntro')}</p>
      {deliberations.length === 0 ? (
        <EmptyState title={t('listNone')} />
      ) : (
        <DeliberationTable {...{ process, deliberations, now }} />
      )}
      {mayCreate && (
        <p class="parley-noprint">
          <a href={`/processes/${process.slug}/deliberations/new`}>{t('newTitle')}</a>{' '}
          <a href={`/processes/${process.slug}/deliberations/import`}>{t('importTitle')}</a>
        </p>
      )}
    </Document>
  )
}
