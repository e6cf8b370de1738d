import {
  Document,
  EmptyState,
  Filters,
  Input,
  Pagination,
  Select,
  StakeholderMark,
  Table,
} from '../../../platform/html/index.ts'
import { countryName, useLocale, useWords } from '../../../platform/i18n/index.ts'
import type { DescribedOrganisation, Sought, StakeholderGroup } from '../../organisations/model.ts'
import { useGroupNames } from '../../organisations/words.ts'
import { words } from '../words.ts'

export const A_PAGE = 100

export interface DirectoryPageProps {
  organisations: readonly DescribedOrganisation[]
  count: number
  groups: readonly StakeholderGroup[]
  sought: Sought
  page: number
}

const addressOf = ({ words: typed, group }: Sought, page: number) => {
  const query = new URLSearchParams({
    ...(typed !== undefined && { words: typed }),
    ...(group !== undefined && { group }),
    ...(page > 1 && { page: String(page) }),
  })
  return query.size > 0 ? `/organisations?${query}` : '/organisations'
}

export function DirectoryPage({ organisations, count, groups, sought, page }: DirectoryPageProps) {
  const t = useWords(words)
  const called = useGroupNames()
  const narrowed = sought.words !== undefined || sought.group !== undefined
  const step = (to: number) => ({ href: addressOf(sought, to) })
  return (
    <Document title={t('organisations')} wide>
      <h1>{t('organisations')}</h1>
      <p class="govuk-body-l">{t('intro')}</p>
      <Filters action="/organisations" clear={narrowed ? '/organisations' : undefined}>
        <Input name="words" label={t('sought')} value={sought.words} width={20} />
        <Select
          name="group"
          label={t('group')}
          value={sought.group ?? ''}
          options={[
            { value: '', text: t('everyGroup') },
            ...groups.map(({ slug, name }) => ({ value: slug, text: called(name) })),
          ]}
        />
      </Filters>
      {count === 0 && (
        <EmptyState title={t(narrowed ? 'nothingFound' : 'none')}>
          <p>{t(narrowed ? 'nothingFoundText' : 'noneText')}</p>
        </EmptyState>
      )}
      {count > 0 && <p class="govuk-body">{t('found', { count })}</p>}
      {organisations.length > 0 && <Found organisations={organisations} groups={groups} />}
      <Pagination
        previous={page > 1 ? step(page - 1) : undefined}
        next={page * A_PAGE < count ? step(page + 1) : undefined}
      />
    </Document>
  )
}

function Found({ organisations, groups }: Pick<DirectoryPageProps, 'organisations' | 'groups'>) {
  const t = useWords(words)
  const locale = useLocale()
  return (
    <Table
      class="parley-cards"
      head={[t('name'), t('group'), t('country')].map((text) => ({ text }))}
      rowHeaders
      rows={organisations.map(({ slug, name, group, country, coalition }) => [
        {
          text: (
            <>
              <a href={`/organisations/${slug}`}>{name}</a>
              {coalition && ` (${t('coalition')})`}
            </>
          ),
        },
        { text: <Group group={group} groups={groups} /> },
        { text: country ? countryName(country, locale) : '' },
      ])}
    />
  )
}

export function Group({ group, groups }: { group: string; groups: readonly StakeholderGroup[] }) {
  const called = useGroupNames()
  const found = groups.find(({ slug }) => slug === group)
  return <StakeholderMark code={group} name={found ? called(found.name) : group} />
}
