import { useWords } from '../../../platform/i18n/index.ts'
import type { Missing } from '../missing.ts'
import { words } from '../words.ts'
import { IssueTitle } from './issue-title.tsx'
import { useCountryName, useGroups, useListOf } from './names.ts'
import type { MapProps } from './props.ts'

/** Who commented and is not heard on an issue, and who did not comment at all: in words. */
export function Unheard({ map: { silence, soFar, groups } }: MapProps) {
  const t = useWords(words)
  const [called, listOf] = [useGroups(groups), useListOf()]
  const on = silence.on.filter((one) => one.groups.length > 0 || one.countries.length > 0)
  return (
    <section aria-labelledby="unheard">
      <h2 id="unheard">{t('unheard')}</h2>
      <p>{t(soFar.read < soFar.comments ? 'unheardUnread' : 'unheardText', soFar)}</p>
      {on.length === 0 && <p>{t('allHeard')}</p>}
      <ul class="govuk-list govuk-list--spaced">
        {on.map((one) => (
          <li key={one.issue.id}>
            <Unsaid {...one} called={called.name} />
          </li>
        ))}
      </ul>
      {silence.groups.length > 0 && (
        <p>
          {t('notThere', { groups: listOf(silence.groups.map(called.name)), count: silence.groups.length })}
        </p>
      )}
    </section>
  )
}

function Unsaid({ issue, groups, countries, called }: Missing & { called: (slug: string) => string }) {
  const t = useWords(words)
  const [listOf, country] = [useListOf(), useCountryName()]
  return (
    <>
      <strong>
        <IssueTitle {...issue} />
      </strong>
      {groups.length > 0 && (
        <span class="parley-local">{t('groupsMissing', { names: listOf(groups.map(called)) })}</span>
      )}
      {countries.length > 0 && (
        <span class="parley-local">{t('countriesMissing', { names: listOf(countries.map(country)) })}</span>
      )}
    </>
  )
}
