import { Button, Caption, Document, ErrorSummary, Input, ZoneSelect } from '../../../platform/html/index.ts'
import { inZone, useLocale, useWords } from '../../../platform/i18n/index.ts'
import type { Instant } from '../../../platform/time.ts'
import { type Process, useProcessBand } from '../../../processes/index.ts'
import type { RequestForComment } from '../../model.ts'
import type { RoundForm } from '../../schemas.ts'
import { type WordKey, words } from '../../words.ts'

interface Props {
  request: RequestForComment
  process: Process
  now: Instant
  form: RoundForm
  problems?: ReadonlyMap<string, WordKey>
}

export function RoundPage({ request, process, now, form, problems = new Map() }: Props) {
  const t = useWords(words)
  const locale = useLocale()
  const here = `/requests/${request.docket}`
  const deadline = inZone(request.deadline.at, request.deadline.zone, locale)
  const sentence = (field: string, key: WordKey) => t(key, { field, deadline })
  const found = [...problems].map(([field, key]) => ({ href: `#${field}`, text: sentence(field, key) }))
  const time = (name: 'opens' | 'closes') => {
    const key = problems.get(name)
    return {
      name,
      type: 'datetime-local' as const,
      width: 20 as const,
      value: form[name],
      error: key && sentence(name, key),
    }
  }
  const zone = problems.get('zone')
  return (
    <Document
      title={t('roundTitle')}
      problems={found.length > 0}
      process={useProcessBand(process, now, request)}
      back={{ href: here }}
      unlisted
    >
      {found.length > 0 && <ErrorSummary problems={found} />}
      <Caption>{request.title}</Caption>
      <h1>{t('roundTitle')}</h1>
      <p>{t('roundIntro')}</p>
      <p>{t('roundDeadline', { deadline })}</p>
      <form method="post" action={`${here}/reply-round`} noValidate>
        <ZoneSelect
          name="zone"
          label={t('zoneLabel')}
          value={form.zone}
          error={zone && sentence('zone', zone)}
        />
        <Input {...time('opens')} label={t('roundOpens')} hint={t('timeHint')} />
        <Input {...time('closes')} label={t('roundCloses')} />
        <Button>{t('roundAct')}</Button>
      </form>
    </Document>
  )
}
