import type { ComponentChildren } from 'preact'
import { Details, Filters as FilterFrame, type Option, Select } from '../../../platform/html/index.ts'
import { countryName, type Locale, languageName, useLocale, useWords } from '../../../platform/i18n/index.ts'
import { type Asked, listAddress } from '../address.ts'
import { channelWords } from '../channel-words.ts'
import type { Facet } from '../model.ts'
import { noFilters } from '../model.ts'
import { words } from '../words.ts'
import { type Choices, stateWords, useGroupName } from './filters-in-words.tsx'

interface Props {
  docket: string
  choices: Choices
  asked: Asked
  children?: ComponentChildren
}

export function FilterForm({ docket, choices, asked, children }: Props) {
  const t = useWords(words)
  const { filters } = asked
  const { words: sought } = filters
  const narrowed = Object.values({ ...filters, words: undefined }).some((value) => value !== undefined)
  const clear = narrowed
    ? listAddress(docket, { ...asked, filters: { ...noFilters, words: sought } })
    : undefined
  return (
    <Details summary={t('filter')}>
      <FilterFrame action={listAddress(docket, { filters: noFilters, sort: 'newest' })} clear={clear}>
        {filters.words !== undefined && <input type="hidden" name="words" value={filters.words} />}
        <FacetSelects choices={choices} asked={asked} />
        {choices.questions.length > 0 && (
          <Choice
            name="question"
            label={t('filterQuestion')}
            value={filters.question}
            options={choices.questions.map(({ number, text }) => ({
              value: number,
              text: t('questionOf', { number, text: shorten(text) }),
            }))}
          />
        )}
        <FixedSelects asked={asked} />
        {children}
      </FilterFrame>
    </Details>
  )
}

const shorten = (text: string) => (text.length > 60 ? `${text.slice(0, 60).trimEnd()}…` : text)

function FacetSelects({ choices, asked: { filters } }: Pick<Props, 'choices' | 'asked'>) {
  const t = useWords(words)
  const locale = useLocale()
  const names: Record<Facet['of'], (value: string) => string> = {
    group: useGroupName(choices),
    language: (value) => (value === 'und' ? t('languageNone') : languageName(value, locale)),
    country: (value) => countryName(value, locale),
    channel: (value) => t(channelWords[value as keyof typeof channelWords]),
  }
  const optionsOf = (of: Facet['of'], now: string | undefined) =>
    facetsOf(choices.facets, of, now)
      .map(({ value, count }) => ({ value, name: names[of](value), count }))
      .sort(byName(locale))
      .map(({ value, name, count }) => ({ value, text: t('facet', { name, count }) }))
  return (
    <>
      <Choice
        name="group"
        label={t('filterGroup')}
        value={filters.group}
        options={optionsOf('group', filters.group)}
      />
      <Choice
        name="language"
        label={t('filterLanguage')}
        value={filters.language}
        options={optionsOf('language', filters.language)}
      />
      <Choice
        name="country"
        label={t('filterCountry')}
        value={filters.country}
        options={optionsOf('country', filters.country)}
      />
      <Choice
        name="channel"
        label={t('filterChannel')}
        value={filters.channel}
        options={optionsOf('channel', filters.channel)}
      />
    </>
  )
}

const byName = (locale: Locale) => (a: { name: string }, b: { name: string }) =>
  a.name.localeCompare(b.name, locale)

/** A filter that is on stays on the list, even where nothing matches it. */
function facetsOf(facets: readonly Facet[], of: Facet['of'], now: string | undefined): Facet[] {
  const own = facets.filter((facet) => facet.of === of)
  const missing = now !== undefined && !own.some(({ value }) => value === now)
  return missing ? [...own, { of, value: now, count: 0 }] : own
}

function FixedSelects({ asked: { filters, sort } }: Pick<Props, 'asked'>) {
  const t = useWords(words)
  const states = Object.entries(stateWords).map(([value, key]) => ({ value, text: t(key) }))
  return (
    <>
      <Choice
        name="attachments"
        label={t('filterAttachments')}
        value={filters.attachments}
        options={[
          { value: 'with', text: t('with') },
          { value: 'without', text: t('without') },
        ]}
      />
      <Choice
        name="time"
        label={t('filterTime')}
        value={filters.time}
        options={[
          { value: 'in-time', text: t('inTime') },
          { value: 'late', text: t('lateOnes') },
        ]}
      />
      <Choice
        name="replies"
        label={t('filterReplies')}
        value={filters.replies}
        options={[
          { value: 'only', text: t('onlyReplies') },
          { value: 'without', text: t('noReplies') },
        ]}
      />
      <Choice
        name="joint"
        label={t('filterJoint')}
        value={filters.joint}
        options={[
          { value: 'only', text: t('onlyJoint') },
          { value: 'without', text: t('noJoint') },
        ]}
      />
      <Choice
        name="state"
        label={t('filterState')}
        value={filters.state}
        options={states}
        any={t('stateDefault')}
      />
      <Choice
        name="sort"
        label={t('filterSort')}
        value={sort === 'newest' ? undefined : sort}
        options={[{ value: 'oldest', text: t('oldest') }]}
        any={t('newest')}
      />
    </>
  )
}

interface ChoiceProps {
  name: string
  label: string
  value: string | number | undefined
  options: readonly Option[]
  any?: string
}

/** A choice with nothing to choose from is not offered. */
function Choice({ name, label, value, options, any }: ChoiceProps) {
  const t = useWords(words)
  if (options.length === 0) return null
  return (
    <Select
      id={`filter-${name}`}
      name={name}
      label={label}
      value={value ?? ''}
      options={[{ value: '', text: any ?? t('any') }, ...options]}
    />
  )
}
