import { Caption, Document, EmptyState } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { useProcessBand } from '../../../processes/index.ts'
import { isNarrowed } from '../filters-of.ts'
import { words } from '../words.ts'
import { Counted, HeldBack } from './counted.tsx'
import { IssueTable } from './issue-table.tsx'
import { MapFilterForm } from './map-filter-form.tsx'
import { Picture } from './picture.tsx'
import type { MapProps } from './props.ts'
import { Standing } from './standing.tsx'
import { Unheard } from './unheard.tsx'
import { Ways } from './ways.tsx'

/** Who says what about which issue, as a picture and as tables. */
export function MapPage(props: MapProps) {
  const t = useWords(words)
  const { request, process, now, map, filters } = props
  return (
    <Document
      title={t('titleOf', { docket: request.docket })}
      process={useProcessBand(process, now, request)}
      back={{ href: `/requests/${request.docket}`, text: request.title }}
      wide
      unlisted={!props.publishedAt}
    >
      <Caption>{request.title}</Caption>
      <h1>{t('title')}</h1>
      <p class="govuk-body-l">{t('intro')}</p>
      <Standing {...props} />
      <MapFilterForm {...props} />
      {map.counts.length === 0 ? (
        <>
          <Nothing narrowed={isNarrowed(filters)} />
          <HeldBack {...map} />
        </>
      ) : (
        <Shown {...props} />
      )}
    </Document>
  )
}

function Nothing({ narrowed }: { narrowed: boolean }) {
  const t = useWords(words)
  return (
    <EmptyState title={t(narrowed ? 'noneFound' : 'empty')}>
      <p>{t(narrowed ? 'noneFoundText' : 'emptyText')}</p>
    </EmptyState>
  )
}

function Shown(props: MapProps) {
  const t = useWords(words)
  const spoken = props.process.issues.filter(({ id }) => props.map.counts.some(({ issue }) => issue === id))
  return (
    <>
      <Counted {...props} />
      <Picture {...props} />
      <h2 id="numbers">{t('numbers')}</h2>
      <p>{t('numbersText')}</p>
      {spoken.map((issue) => (
        <IssueTable key={issue.id} issue={issue} {...props} />
      ))}
      <Unheard {...props} />
      <Ways {...props} />
    </>
  )
}
