import { Deadline, Document } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { useProcessBand } from '../../../processes/index.ts'
import { words } from '../words.ts'
import type { WritingProps } from './props.ts'

export function NotOpenPage({ request, process, now }: Pick<WritingProps, 'request' | 'process' | 'now'>) {
  const t = useWords(words)
  const { title, opensAt, deadline } = request
  const from = () => <Deadline key="from" at={opensAt} zone={deadline.zone} />
  const until = () => <Deadline key="until" {...deadline} />
  return (
    <Document
      title={t('notOpenTitle')}
      process={useProcessBand(process, now)}
      back={{ href: `/requests/${request.docket}`, text: t('backToRequest') }}
    >
      <h1>{t('notOpenTitle')}</h1>
      <p class="govuk-body-l">{t.rich('notOpenFrom', { title, time: from })}</p>
      <p class="govuk-body">{t.rich('notOpenUntil', { time: until })}</p>
    </Document>
  )
}
