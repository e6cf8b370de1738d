import { Table } from '../../../platform/html/index.ts'
import { dayIn, useLocale, useWords } from '../../../platform/i18n/index.ts'
import type { Instant } from '../../../platform/time.ts'
import type { ListedRepresentation } from '../../organisations/model.ts'
import { words } from '../words.ts'

/** Whoever agreed to be named; of the others only how many there are. */
export function Representatives({ representations }: { representations: readonly ListedRepresentation[] }) {
  const t = useWords(words)
  const locale = useLocale()
  const day = (at: Instant) => dayIn(at, 'UTC', locale)
  const named = representations.filter((one) => one.named)
  const count = new Set(representations.filter((one) => !one.named).map(({ person }) => person)).size
  if (representations.length === 0) return <p class="govuk-body">{t('representativesNone')}</p>
  return (
    <>
      {named.length > 0 && (
        <Table
          class="parley-cards"
          head={[t('person'), t('capacity'), t('period'), t('checked')].map((text) => ({ text }))}
          rowHeaders
          rows={named.map(({ personName, capacity, from, until, check }) => [
            { text: personName },
            { text: t(capacity) },
            {
              text: until
                ? t('fromUntil', { from: day(from), until: day(until) })
                : t('since', { from: day(from) }),
            },
            { text: check ? t('checkedHow', { day: day(check.at), how: check.how }) : t('unchecked') },
          ])}
        />
      )}
      {count > 0 && <p class="govuk-body">{t('representativesUnnamed', { count })}</p>}
    </>
  )
}
