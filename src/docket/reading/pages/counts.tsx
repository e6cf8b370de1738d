import { useReasonNames } from '../../../moderation/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import type { Counts } from '../model.ts'
import { words } from '../words.ts'

export interface CountsProps {
  counts: Counts
  reasons: readonly { name: string; count: number }[]
}

/** The sum and its parts, each comment in exactly one of them; a part of none is not spoken of. */
export function CountsLine({ counts, reasons }: CountsProps) {
  const t = useWords(words)
  const called = useReasonNames()
  const received = t('received', { received: counts.received })
  const why = reasons.map(({ name, count }) => t('reasonCount', { name: called(name), count })).join('; ')
  const parts = [
    counts.posted > 0 && t('posted', { count: counts.posted }),
    counts.screening > 0 && t('screening', { count: counts.screening }),
    counts.withheld > 0 && t(why ? 'withheldFor' : 'withheld', { count: counts.withheld, reasons: why }),
    counts.withdrawn > 0 && t('withdrawn', { count: counts.withdrawn }),
    counts.erased > 0 && t('erased', { count: counts.erased }),
    counts.superseded > 0 && t('superseded', { count: counts.superseded }),
  ].filter((part) => part !== false)
  return (
    <p class="govuk-body-l">
      {parts.length === 0 ? received : t('receivedSo', { received, parts: parts.join(', ') })}
      {counts.late > 0 && ` ${t('late', { count: counts.late })}`}
      {counts.named > 0 && ` ${t('namesConfirmed', { named: counts.named, confirmed: counts.confirmed })}`}
    </p>
  )
}
