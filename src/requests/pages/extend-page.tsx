import {
  Button,
  Caption,
  Document,
  ErrorSummary,
  Input,
  Textarea,
  ZoneSelect,
} from '../../platform/html/index.ts'
import { inZone, useLocale, useWords } from '../../platform/i18n/index.ts'
import type { Instant } from '../../platform/time.ts'
import { type Process, useProcessBand } from '../../processes/index.ts'
import type { RequestForComment } from '../model.ts'
import type { ExtensionForm } from '../schemas.ts'
import { type WordKey, words } from '../words.ts'

interface Props {
  request: RequestForComment
  process: Process
  now: Instant
  form: ExtensionForm
  problems?: ReadonlyMap<string, WordKey>
}

export function ExtendPage({ request, process, now, form, problems = new Map() }: Props) {
  const t = useWords(words)
  const locale = useLocale()
  const here = `/requests/${request.docket}`
  const holds = inZone(request.deadline.at, request.deadline.zone, locale)
  const sentence = (field: string, key: WordKey) => t(key, { field, deadline: holds })
  const problem = (field: string) => {
    const key = problems.get(field)
    return key && sentence(field, key)
  }
  const found = [...problems].map(([field, key]) => ({ href: `#${field}`, text: sentence(field, key) }))
  return (
    <Document
      title={t('extendTitle')}
      problems={problems.size > 0}
      process={useProcessBand(process, now, request)}
      back={{ href: here }}
      unlisted
    >
      {found.length > 0 && <ErrorSummary problems={found} />}
      <Caption>{request.title}</Caption>
      <h1>{t('extendTitle')}</h1>
      <p>{t('extendNow', { deadline: holds })}</p>
      <p>{t('extendIntro')}</p>
      <form method="post" action={`${here}/extend`} noValidate>
        <Input
          name="deadline"
          type="datetime-local"
          label={t('extendDeadline')}
          hint={t('extendHint')}
          width={20}
          value={form.deadline}
          error={problem('deadline')}
        />
        <ZoneSelect name="zone" label={t('extendZone')} value={form.zone} error={problem('zone')} />
        <Textarea
          name="reason"
          label={t('extendReason')}
          hint={t('extendReasonHint')}
          rows={3}
          value={form.reason}
          error={problem('reason')}
        />
        <Button>{t('extendAct')}</Button>
      </form>
    </Document>
  )
}
