import { Button, Checkboxes, Input, Select } from '../../../../platform/html/index.ts'
import { countriesByName, type Translate, useLocale, useWords } from '../../../../platform/i18n/index.ts'
import { noneWrong, sentencesFor, type WrongFields } from '../../../form-problems.tsx'
import type { DescribedOrganisation, StakeholderGroup } from '../../../organisations/model.ts'
import { useGroupNames } from '../../../organisations/words.ts'
import { type DetailsForm, LENGTH } from '../../schemas.ts'
import { words } from '../../words.ts'

export type ChangeProblem = 'nameTaken' | 'nameProblem' | 'mergeUnknown' | 'mergeSame' | 'mergedMeanwhile'

export interface ChangesProps {
  organisation: DescribedOrganisation
  groups: readonly StakeholderGroup[]
  /** What one of the forms said, and what is wrong with it. */
  returned?:
    | {
        details?: Partial<DetailsForm>
        spelling?: string
        double?: string
        wrong?: WrongFields
        problem?: ChangeProblem
      }
    | undefined
}

type Say = Translate<Parameters<ReturnType<typeof words.in>>[0]>
type Errors = Partial<Record<keyof DetailsForm | 'spelling' | 'double', string>>

function errorsOf({ returned = {} }: ChangesProps, t: Say): Errors {
  const { wrong = noneWrong, problem } = returned
  const field = returned.details ? 'name' : returned.spelling === undefined ? 'double' : 'spelling'
  const sentences = {
    name: t('nameProblem', { limit: LENGTH }),
    group: t('groupProblem'),
    country: t('countryProblem'),
    site: t('siteProblem'),
  }
  return { ...sentencesFor(sentences, wrong), ...(problem && { [field]: t(problem, { limit: LENGTH }) }) }
}

/** What stands on top of the page when one of these forms came back. */
export const changeProblems = (changes: ChangesProps, t: Say) =>
  Object.entries(errorsOf(changes, t)).map(([field, text]) => ({ href: `#${field}`, text }))

export function Changes(props: ChangesProps) {
  const { organisation, returned = {} } = props
  const t = useWords(words)
  const errors = errorsOf(props, t)
  const path = `/administration/organisations/${organisation.id}`
  return (
    <>
      <h2 class="govuk-heading-m">{t('details')}</h2>
      <DetailsFields {...props} errors={errors} path={path} />
      <h2 class="govuk-heading-m">{t('spellings')}</h2>
      <form method="post" action={`${path}/spellings`} noValidate>
        <Input
          name="spelling"
          label={t('spelling')}
          hint={t('spellingHint')}
          value={returned.spelling}
          error={errors.spelling}
          width={30}
        />
        <Button kind="secondary">{t('spellingButton')}</Button>
      </form>
      <h2 class="govuk-heading-m">{t('merge')}</h2>
      <form method="post" action={`${path}/merge`} noValidate>
        <Input
          name="double"
          label={t('mergeName')}
          hint={t('mergeHint', { name: organisation.name })}
          value={returned.double}
          error={errors.double}
          width={30}
        />
        <Button kind="warning">{t('mergeButton')}</Button>
      </form>
    </>
  )
}

function DetailsFields({
  organisation,
  groups,
  returned,
  errors,
  path,
}: ChangesProps & { errors: Errors; path: string }) {
  const t = useWords(words)
  const called = useGroupNames()
  const draft: { [Field in keyof DetailsForm]?: string | undefined } = returned?.details ?? {
    ...organisation,
    coalition: organisation.coalition ? 'yes' : undefined,
  }
  const field = (name: 'name' | 'country' | 'site') => ({ name, value: draft[name], error: errors[name] })
  const countries = countriesByName(useLocale())
  const code = draft.country?.toUpperCase()
  const isListed = !code || countries.some(({ value }) => value === code)
  const unlisted = isListed ? [] : [{ value: code, text: code }]
  return (
    <form method="post" action={`${path}/details`} noValidate>
      <Input {...field('name')} label={t('name')} hint={t('renameHint')} width={30} />
      <Select
        name="group"
        label={t('group')}
        value={draft.group}
        error={errors.group}
        options={groups.map(({ slug, name }) => ({ value: slug, text: called(name) }))}
      />
      <Select
        {...field('country')}
        value={code}
        label={t('country')}
        optional
        options={[{ value: '', text: t('noCountry') }, ...countries, ...unlisted]}
      />
      <Input {...field('site')} label={t('site')} optional width={30} spellcheck={false} />
      <Checkboxes
        name="coalition"
        values={draft.coalition ? ['yes'] : []}
        items={[{ value: 'yes', text: t('coalition') }]}
      />
      <Button kind="secondary">{t('detailsButton')}</Button>
    </form>
  )
}
