import { capacities, useGroupNames } from '../../../participants/index.ts'
import { Input, Radios, Select } from '../../../platform/html/index.ts'
import { useLocale, useWords } from '../../../platform/i18n/index.ts'
import { LONGEST_NAME } from '../model.ts'
import { countryChoices, languageChoices } from '../places.ts'
import { problemAt } from '../sentence-for.ts'
import { isWordKey, words } from '../words.ts'
import { InterestFields } from './interest-fields.tsx'
import type { WritingProps } from './props.ts'

export function SenderFields(props: WritingProps) {
  const { form, problems = [] } = props
  const t = useWords(words)
  const error = (field: string) => problemAt(problems, field, t)
  return (
    <>
      <h2 class="govuk-heading-m">{t('aboutYou')}</h2>
      <GroupField {...props} />
      <Radios
        name="capacity"
        legend={t('capacityLegend')}
        optional
        error={error('capacity')}
        value={form.capacity}
        items={[...capacities]
          .sort((a) => (a === 'in-own-name' ? -1 : 1))
          .map((value) => ({ value, text: t(`capacity-${value}`) }))}
      />
      <Input
        name="name"
        label={t('name')}
        optional
        autoComplete="name"
        value={form.name}
        error={error('name')}
        maxLength={LONGEST_NAME}
      />
      <Input
        name="organisation"
        label={t('organisation')}
        optional
        autoComplete="organization"
        value={form.organisation}
        error={error('organisation')}
        maxLength={LONGEST_NAME}
      />
      <Input
        name="email"
        type="email"
        label={t('email')}
        hint={t('emailHint')}
        optional
        autoComplete="email"
        spellcheck={false}
        value={form.email}
        error={error('email')}
      />
      <PlaceFields {...props} />
      <InterestFields {...props} />
    </>
  )
}

function GroupField({ form, groups, problems = [] }: WritingProps) {
  const t = useWords(words)
  const called = useGroupNames()
  const hint = (slug: string) => {
    const key = `group-${slug}`
    return isWordKey(key) ? t(key) : undefined
  }
  return (
    <Radios
      name="group"
      legend={t('groupLegend')}
      hint={t('groupHint')}
      error={problemAt(problems, 'group', t)}
      value={form.group}
      items={groups.map(({ slug, name }) => ({ value: slug, text: called(name), hint: hint(slug) }))}
    />
  )
}

function PlaceFields({ form, problems = [] }: WritingProps) {
  const t = useWords(words)
  const locale = useLocale()
  return (
    <>
      <Select
        name="country"
        label={t('country')}
        optional
        options={[{ value: '', text: t('countryNone') }, ...countryChoices(locale)]}
        value={form.country}
        error={problemAt(problems, 'country', t)}
      />
      <Select
        name="language"
        label={t('language')}
        options={languageChoices(form.language)}
        value={form.language}
        error={problemAt(problems, 'language', t)}
      />
    </>
  )
}
