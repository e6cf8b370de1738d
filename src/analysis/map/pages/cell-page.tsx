import { Caption, Document, EmptyState, Pagination } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { useProcessBand } from '../../../processes/index.ts'
import { cellAddress, mapAddress } from '../address.ts'
import { words } from '../words.ts'
import type { CellProps } from './cell-props.ts'
import { IssueTitle } from './issue-title.tsx'
import { useGroups } from './names.ts'
import { SaidWords } from './said-words.tsx'
import { useFiltersSaid } from './use-filters-said.ts'
import { usePositions } from './use-positions.ts'

/** What stands behind one place of the map, in the words of those who said it. */
export function CellPage(props: CellProps) {
  const t = useWords(words)
  const { request, process, now, issue, group, position, filters, excerpts, next, further } = props
  const [called, names, narrowed] = [usePositions(), useGroups(props.groups), useFiltersSaid(filters)]
  const cell = { issue: issue?.number, group, position }
  const about = [position && called(position), group && names.name(group), ...narrowed]
  const said = about.filter((one) => one !== undefined).join(' · ')
  const first = cellAddress(request.docket, cell, filters)
  return (
    <Document
      title={t('excerptsOf', { docket: request.docket })}
      process={useProcessBand(process, now, request)}
      back={{ href: mapAddress(request.docket, filters), text: t('title') }}
      unlisted
    >
      <Caption>{request.title}</Caption>
      <h1>{issue ? <IssueTitle {...issue} /> : t('allIssues')}</h1>
      {said && <p class="govuk-body-l">{said}</p>}
      {excerpts.length === 0 ? (
        <EmptyState title={t('noExcerpts')}>
          <p>{t('noExcerptsText')}</p>
        </EmptyState>
      ) : (
        <p>{t('openHint')}</p>
      )}
      {excerpts.map((one) => (
        <SaidWords key={`${one.id} ${one.issue}`} said={one} page={props} />
      ))}
      <Pagination
        previous={further ? { href: first, text: t('first') } : undefined}
        next={
          next
            ? { href: cellAddress(request.docket, { ...cell, after: next }, filters), text: t('next') }
            : undefined
        }
      />
      <p class="parley-noprint">
        <a href={cellAddress(request.docket, cell, filters, '.csv')}>{t('excerptsCsv')}</a>
      </p>
    </Document>
  )
}
