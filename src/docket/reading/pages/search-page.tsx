import { Button, Document, EmptyState, Input, Table } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import type { Process } from '../../../processes/index.ts'
import { MOST_LETTERS } from '../../search/model.ts'
import { listAddress } from '../address.ts'
import { noFilters } from '../model.ts'
import type { FoundDocket } from '../search-dockets.ts'
import { words } from '../words.ts'

interface Props {
  sought: string | undefined
  process: Pick<Process, 'slug' | 'name'> | undefined
  dockets: readonly FoundDocket[]
}

/** Searches every docket, or those of one process: which of them to open. */
export function SearchPage({ sought, process, dockets }: Props) {
  const t = useWords(words)
  const title = process ? t('searchIn', { process: process.name }) : t('searchAll')
  return (
    <Document
      title={title}
      {...(process && { back: { href: `/processes/${process.slug}`, text: process.name } })}
    >
      <h1>{title}</h1>
      <search>
        <form method="get" action="/search">
          {process && <input type="hidden" name="process" value={process.slug} />}
          <Input
            id="words"
            name="words"
            type="search"
            label={t('search')}
            hint={t('searchHint')}
            value={sought?.slice(0, MOST_LETTERS)}
          />
          <Button kind="secondary">{t('searchNow')}</Button>
        </form>
      </search>
      {sought !== undefined && <Dockets sought={sought} dockets={dockets} />}
    </Document>
  )
}

function Dockets({ sought, dockets }: { sought: string; dockets: readonly FoundDocket[] }) {
  const t = useWords(words)
  if (dockets.length === 0)
    return (
      <EmptyState title={t('emptySearch')}>
        <p>{t('emptySearchTry')}</p>
      </EmptyState>
    )
  const address = (docket: string) =>
    listAddress(docket, { filters: { ...noFilters, words: sought }, sort: 'newest' })
  return (
    <Table
      class="parley-cards"
      head={[{ text: t('columnDocket') }, { text: t('columnSaying') }]}
      rowHeaders
      rows={dockets.map(({ request, count }) => [
        { text: request.title },
        { text: <a href={address(request.docket)}>{t('foundIn', { count, docket: request.docket })}</a> },
      ])}
    />
  )
}
