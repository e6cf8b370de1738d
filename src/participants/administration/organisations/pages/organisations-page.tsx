import { Button, Document, Input, Select, Table } from '../../../../platform/html/index.ts'
import { useWords } from '../../../../platform/i18n/index.ts'
import { FormProblems, noneWrong, sentencesFor, type WrongFields } from '../../../form-problems.tsx'
import { looseName, type Organisation, type StakeholderGroup } from '../../../organisations/model.ts'
import { useGroupNames } from '../../../organisations/words.ts'
import { LENGTH, type OrganisationForm } from '../../schemas.ts'
import { words } from '../../words.ts'

export interface OrganisationsPageProps {
  organisations: readonly Organisation[]
  groups: readonly StakeholderGroup[]
  draft?: Partial<OrganisationForm>
  wrong?: WrongFields
  refused?: 'name-taken' | undefined
}

export function OrganisationsPage({
  organisations,
  groups,
  draft = {},
  wrong = noneWrong,
  refused,
}: OrganisationsPageProps) {
  const t = useWords(words)
  const errors = {
    ...sentencesFor({ name: t('nameProblem', { limit: LENGTH }), group: t('groupProblem') }, wrong),
    ...(refused ? { name: t('nameTaken') } : {}),
  }
  const told = refused ? new Set(['name']) : wrong
  const called = useGroupNames()
  return (
    <Document
      title={t('organisations')}
      problems={told.size > 0}
      back={{ href: '/administration' }}
      wide
      unlisted
    >
      <FormProblems errors={errors} wrong={told} />
      <h1>{t('organisations')}</h1>
      {organisations.length === 0 ? (
        <p class="govuk-body">{t('noOrganisations')}</p>
      ) : (
        <OrganisationsTable organisations={organisations} groups={groups} />
      )}
      <Doubles organisations={organisations} />
      <h2 class="govuk-heading-m">{t('addOrganisation')}</h2>
      <form method="post" action="/administration/organisations" noValidate>
        <Input name="name" label={t('name')} value={draft.name} error={errors.name} width={30} />
        <Select
          name="group"
          label={t('group')}
          value={draft.group}
          error={errors.group}
          options={[
            { value: '', text: t('choose') },
            ...groups.map(({ slug, name }) => ({ value: slug, text: called(name) })),
          ]}
        />
        <Button>{t('addOrganisation')}</Button>
      </form>
    </Document>
  )
}

/** Those whose names are nearly one: whether they are, the administrator decides. */
function Doubles({ organisations }: Pick<OrganisationsPageProps, 'organisations'>) {
  const t = useWords(words)
  const alike = Map.groupBy(organisations, ({ name }) => looseName(name))
  const doubles = [...alike.values()].filter((all) => all.length > 1)
  if (doubles.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">{t('doubles')}</h2>
      <p class="govuk-body">{t('doublesIntro')}</p>
      <ul class="govuk-list govuk-list--bullet">
        {doubles.map((all) => (
          <li key={all[0]?.id}>
            {all.map(({ id, name }, at) => (
              <span key={id}>
                {at > 0 && ' · '}
                <a href={`/administration/organisations/${id}`}>{name}</a>
              </span>
            ))}
          </li>
        ))}
      </ul>
    </>
  )
}

function OrganisationsTable({
  organisations,
  groups,
}: Pick<OrganisationsPageProps, 'organisations' | 'groups'>) {
  const t = useWords(words)
  const called = useGroupNames()
  const groupNames = new Map(groups.map(({ slug, name }) => [slug, called(name)]))
  return (
    <Table
      class="parley-cards"
      head={[t('organisation'), t('group')].map((text) => ({ text }))}
      rowHeaders
      rows={organisations.map(({ id, name, group }) => [
        {
          text: (
            <a class="govuk-link" href={`/administration/organisations/${id}`}>
              {name}
            </a>
          ),
        },
        { text: groupNames.get(group) },
      ])}
    />
  )
}
