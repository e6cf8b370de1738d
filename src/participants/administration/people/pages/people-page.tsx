import { Document, Table } from '../../../../platform/html/index.ts'
import { useWords } from '../../../../platform/i18n/index.ts'
import type { ListedPerson } from '../../../people/model.ts'
import { words } from '../../words.ts'
import { useRoleName } from './role-name.ts'

interface Props {
  people: readonly ListedPerson[]
  processes: ReadonlyMap<string, string>
}

export function PeoplePage({ people, processes }: Props) {
  const t = useWords(words)
  const roleName = useRoleName(processes)
  return (
    <Document title={t('people')} back={{ href: '/administration' }} wide unlisted>
      <h1>{t('people')}</h1>
      <p class="govuk-body">{t('peopleIntro')}</p>
      <Table
        class="parley-cards"
        head={[t('person'), t('email'), t('roles')].map((text) => ({ text }))}
        rowHeaders
        rows={people.map(({ id, name, email, roles }) => [
          {
            text: (
              <a class="govuk-link" href={`/people/${id}`}>
                {name}
              </a>
            ),
          },
          { text: email },
          { text: roles.map(roleName).join('; ') || t('noRole') },
        ])}
      />
    </Document>
  )
}
