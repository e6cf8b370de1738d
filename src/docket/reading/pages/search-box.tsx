import { Button, Input } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { MOST_LETTERS } from '../../search/model.ts'
import { type Asked, listAddress } from '../address.ts'
import { noFilters } from '../model.ts'
import { words } from '../words.ts'

/** Searches within what the list is narrowed to. */
export function SearchBox({ docket, asked: { filters, sort } }: { docket: string; asked: Asked }) {
  const t = useWords(words)
  const kept = Object.entries({ ...filters, words: undefined, sort: sort === 'newest' ? undefined : sort })
  return (
    <search>
      <form method="get" action={listAddress(docket, { filters: noFilters, sort: 'newest' })}>
        {kept.map(
          ([name, value]) =>
            value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
        )}
        <Input
          id="words"
          name="words"
          type="search"
          label={t('search')}
          hint={t('searchHint')}
          value={filters.words?.slice(0, MOST_LETTERS)}
        />
        {(filters.words?.length ?? 0) > MOST_LETTERS && <p>{t('searchCut', { most: MOST_LETTERS })}</p>}
        <Button kind="secondary">{t('searchNow')}</Button>
      </form>
    </search>
  )
}
