import { type Reason, useReasonNames } from '../../moderation/index.ts'
import { Button, Document, Input, Select } from '../../platform/html/index.ts'
import { useWords } from '../../platform/i18n/index.ts'
import type { Toll } from '../model.ts'
import { words } from '../words.ts'
import { TollList } from './toll-list.tsx'

export interface EraseProps {
  what: string
  called: string | undefined
  numbers: readonly string[]
  toll: readonly [keyof Toll, number][]
  reasons: readonly Reason[]
  draft: { reason?: string; confirm?: string }
  wrong: ReadonlySet<'what' | 'reason' | 'confirm' | 'last-administrator'>
}

export function ErasePage(props: EraseProps) {
  const t = useWords(words)
  const { what, called, wrong } = props
  return (
    <Document
      title={t('title')}
      problems={wrong.size > 0}
      back={{ href: '/administration', text: t('back') }}
      unlisted
    >
      <h1>{t('title')}</h1>
      <p class="govuk-body">{t('intro')}</p>
      <form method="get" action="/erase" noValidate>
        <Input
          name="what"
          label={t('what')}
          hint={t('whatHint')}
          value={what}
          error={wrong.has('what') ? t('notFound') : undefined}
        />
        <Button kind="secondary">{t('look')}</Button>
      </form>
      {called !== undefined && <Confirm {...props} called={called} />}
    </Document>
  )
}

function Confirm({ what, called, numbers, toll, reasons, draft, wrong }: EraseProps & { called: string }) {
  const t = useWords(words)
  const nameOf = useReasonNames()
  const last = wrong.has('last-administrator') ? t('last-administrator') : undefined
  return (
    <>
      <h2 class="govuk-heading-m">{t('goes')}</h2>
      <TollList toll={toll} />
      {numbers.length > 0 && <p class="govuk-body">{numbers.join(', ')}</p>}
      <h2 class="govuk-heading-m">{t('stays')}</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>{t('staysComment')}</li>
        <li>{t('staysLog')}</li>
        <li>{t('staysActs')}</li>
      </ul>
      <form method="post" action="/erase" noValidate>
        <input type="hidden" name="what" value={what} />
        <Select
          name="reason"
          label={t('reason')}
          value={draft.reason}
          error={wrong.has('reason') ? t('reasonProblem') : undefined}
          options={[
            { value: '', text: '–' },
            ...reasons.map(({ code, name }) => ({ value: code, text: nameOf(name) })),
          ]}
        />
        <Input
          name="confirm"
          label={t('confirm', { called })}
          value={draft.confirm}
          error={last ?? (wrong.has('confirm') ? t('confirmProblem', { called }) : undefined)}
        />
        <Button kind="warning">{t('erase')}</Button>
      </form>
    </>
  )
}
