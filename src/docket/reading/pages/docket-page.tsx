import type { VNode } from 'preact'
import { Caption, Document, EmptyState, Pagination } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import type { Ref } from '../../../platform/ref.ts'
import type { Instant } from '../../../platform/time.ts'
import { type Process, useProcessBand } from '../../../processes/index.ts'
import { type Asked, feedAddress, listAddress } from '../address.ts'
import { looksInside } from '../model.ts'
import type { ReadComment } from '../read-docket.ts'
import { words } from '../words.ts'
import { CommentTable } from './comment-table.tsx'
import { CountsLine, type CountsProps } from './counts.tsx'
import { FilterForm } from './filter-form.tsx'
import { type Choices, FiltersInWords, type Matching } from './filters-in-words.tsx'
import { NothingFound } from './nothing-found.tsx'
import { SearchBox } from './search-box.tsx'

export interface DocketPageProps {
  process: Process
  now: Instant
  request: {
    docket: string
    title: string
    opensAt: Instant
    deadline: { at: Instant; zone: string }
    processSlug: string
  }
  counts: CountsProps
  choices: Choices
  asked: Asked
  matching: Matching
  rows: readonly ReadComment[]
  /** Where the pages before and after this one begin. */
  places: { from?: string | undefined; until?: string | undefined }
  parts: { counts: readonly VNode[]; filters: readonly VNode[]; beside(ref: Ref): readonly VNode[] }
}

export function DocketPage(props: DocketPageProps) {
  const t = useWords(words)
  const { request, counts, parts } = props
  return (
    <Document
      process={useProcessBand(props.process, props.now, request)}
      title={t('commentsOn', { title: request.title })}
      back={{ href: `/requests/${request.docket}`, text: request.title }}
      wide
    >
      <Caption>{request.docket}</Caption>
      <h1>{t('commentsOn', { title: request.title })}</h1>
      <CountsLine {...counts} />
      {parts.counts}
      <p>
        <a href={`/processes/${request.processSlug}/moderation-log`}>{t('logLink')}</a>
      </p>
      <p>
        <a href={elsewhere(request.processSlug, props.asked)}>{t('searchElsewhere')}</a>
      </p>
      {counts.counts.received - counts.counts.screening === 0 ? <NothingYet /> : <List {...props} />}
      <Elsewhere docket={request.docket} asked={props.asked} />
    </Document>
  )
}

/** The same words, looked for in every docket of the process. */
const elsewhere = (process: string, { filters: { words: sought = '' } }: Asked) =>
  `/search?${new URLSearchParams({ process, words: sought })}`

function NothingYet() {
  const t = useWords(words)
  return (
    <EmptyState title={t('emptyTitle')}>
      <p>{t('empty')}</p>
    </EmptyState>
  )
}

function List({ request, choices, asked, matching, rows, places, parts }: DocketPageProps) {
  const t = useWords(words)
  const to = (place: Record<string, string>) => listAddress(request.docket, asked, place)
  return (
    <>
      <SearchBox docket={request.docket} asked={asked} />
      <FilterForm docket={request.docket} choices={choices} asked={asked}>
        {parts.filters}
      </FilterForm>
      <FiltersInWords docket={request.docket} choices={choices} asked={asked} matching={matching} />
      {looksInside(asked.filters) && <p class="parley-muted">{t('onlyShown')}</p>}
      {rows.length === 0 ? (
        <NothingFound docket={request.docket} asked={asked} matching={matching} />
      ) : (
        <CommentTable
          rows={rows}
          groups={choices.groups}
          zone={request.deadline.zone}
          beside={parts.beside}
        />
      )}
      <Pagination
        previous={places.until ? { href: to({ until: places.until }), text: t('previousPage') } : undefined}
        next={places.from ? { href: to({ from: places.from }), text: t('nextPage') } : undefined}
      />
    </>
  )
}

/** The same list for programs, and the means to check it. */
function Elsewhere({ docket, asked }: { docket: string; asked: Asked }) {
  const t = useWords(words)
  return (
    <ul class="govuk-list">
      <li>
        <a href={`/requests/${encodeURIComponent(docket)}/dataset`}>{t('datasetLink')}</a>
      </li>
      <li>
        <a href={feedAddress(docket, asked)}>{t('feedLink')}</a>
      </li>
      <li>
        <a href={`/api${listAddress(docket, asked)}`}>{t('jsonLink')}</a>
      </li>
      <li>
        <a href="/log">{t('auditLink')}</a>
      </li>
    </ul>
  )
}
