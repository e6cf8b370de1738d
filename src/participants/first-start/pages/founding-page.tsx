import { Button, Document, Input, Radios } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { FormProblems, noneWrong, sentencesFor, type WrongFields } from '../../form-problems.tsx'
import type { StakeholderGroup } from '../../organisations/model.ts'
import { useGroupNames } from '../../organisations/words.ts'
import { type FoundingForm, LENGTH } from '../schemas.ts'
import { words } from '../words.ts'

interface Props {
  draft: Partial<FoundingForm>
  groups: readonly StakeholderGroup[]
  wrong?: WrongFields
}

export function FoundingPage({ draft, groups, wrong = noneWrong }: Props) {
  const t = useWords(words)
  const limit = { limit: LENGTH }
  const errors = sentencesFor(
    {
      installation: t('installationProblem', limit),
      convenor: t('convenorProblem', limit),
      group: t('groupProblem'),
      name: t('nameProblem', limit),
      email: t('emailProblem'),
    },
    wrong,
  )
  const called = useGroupNames()
  const field = (name: 'installation' | 'convenor' | 'name' | 'email') => ({
    name,
    label: t(name),
    value: draft[name],
    error: errors[name],
  })
  return (
    <Document title={t('title')} problems={wrong.size > 0} unlisted>
      <FormProblems errors={errors} wrong={wrong} />
      <h1>{t('title')}</h1>
      <p class="govuk-body-l">{t('intro')}</p>
      <form method="post" action="/first-start" noValidate>
        <input type="hidden" name="code" value={draft.code} />
        <Input {...field('installation')} hint={t('installationHint')} />
        <Input {...field('convenor')} hint={t('convenorHint')} autocomplete="organization" />
        <Radios
          name="group"
          legend={t('group')}
          legendClass="govuk-fieldset__legend--s"
          value={draft.group}
          error={errors.group}
          items={groups.map(({ slug, name }) => ({ value: slug, text: called(name) }))}
        />
        <h2 class="govuk-heading-m">{t('you')}</h2>
        <Input {...field('name')} autocomplete="name" />
        <Input
          {...field('email')}
          hint={t('emailHint')}
          type="email"
          autocomplete="email"
          spellcheck={false}
        />
        <Button>{t('set')}</Button>
      </form>
    </Document>
  )
}
