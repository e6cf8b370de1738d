import { EmptyState } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { type Asked, listAddress } from '../address.ts'
import { noFilters } from '../model.ts'
import { words } from '../words.ts'
import type { Matching } from './filters-in-words.tsx'

interface Props {
  docket: string
  asked: Asked
  matching: Matching
}

/** Why nothing may have been found, and what to try instead. */
export function NothingFound({ docket, asked, matching }: Props) {
  const t = useWords(words)
  const { words: sought, ...others } = asked.filters
  if (sought === undefined) return <EmptyState title={t('emptyFilters')} />
  const narrowed = Object.values(others).some((value) => value !== undefined)
  const everywhere = listAddress(docket, { ...asked, filters: { ...noFilters, words: sought } })
  return (
    <EmptyState title={t(matching.nothingAsked ? 'emptyNoWord' : 'emptySearch')}>
      <p>{t('emptySearchTry')}</p>
      {narrowed && (
        <p>
          <a href={everywhere}>{t('emptySearchFilters')}</a>
        </p>
      )}
    </EmptyState>
  )
}
