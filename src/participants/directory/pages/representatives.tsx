import { Table } from '../../../platform/html/index.ts'
import { dayIn, useLocale, useWords } from '../../../platform/i18n/index.ts'
import type { Instant } from '../../../platform/time.ts'
import type { DeclaredInterest } from '../../interests/model.ts'
import { InterestLines } from '../../interests/pages/interest-lines.tsx'
import type { PersonId } from '../../model.ts'
import type { ListedRepresentation } from '../../organisations/model.ts'
import { words } from '../words.ts'

export type Interests = ReadonlyMap<PersonId, readonly DeclaredInterest[]>

/** Whoever agreed to be named; of the others only how many there are. */
export function Representatives({
  representations,
  interests,
}: {
  representations: readonly ListedRepresentation[]
  interests: Interests
}) {
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
          head={[t('person'), t('capacity'), t('period'), t('checked'), t('interests')].map((text) => ({
            text,
          }))}
          rowHeaders
          rows={named.map(({ person, personName, capacity, from, until, check }) => [
            { text: personName },
            { text: t(capacity) },
            {
              text: until
                ? t('fromUntil', { from: day(from), until: day(until) })
                : t('since', { from: day(from) }),
            },
            { text: check ? t('checkedHow', { day: day(check.at), how: check.how }) : t('unchecked') },
            { text: <Declared interests={interests.get(person)} /> },
          ])}
        />
      )}
      {count > 0 && <p class="govuk-body">{t('representativesUnnamed', { count })}</p>}
    </>
  )
}

function Declared({ interests = [] }: { interests: readonly DeclaredInterest[] | undefined }) {
  const t = useWords(words)
  return interests.length === 0 ? t('interestsNone') : <InterestLines interests={interests} />
}
