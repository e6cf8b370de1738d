import { Caption, Document, EmptyState, StakeholderMark, Table } from '../../../platform/html/index.ts'
import { count, locales, useLocale, useWords } from '../../../platform/i18n/index.ts'
import type { Instant } from '../../../platform/time.ts'
import { useProcessBand } from '../../../processes/index.ts'
import { positions } from '../../coding/model.ts'
import { compareAddress, mapAddress } from '../address.ts'
import type { Change, IssueChange } from '../comparing/compare.ts'
import type { Round, Rounds } from '../comparing/read-rounds.ts'
import type { MapFilters } from '../model.ts'
import { words } from '../words.ts'
import { HeldBack } from './counted.tsx'
import { IssueTitle } from './issue-title.tsx'
import { signs, useGroups, useListOf } from './names.ts'
import { useFiltersSaid } from './use-filters-said.ts'
import { usePositions } from './use-positions.ts'

interface Props extends Rounds {
  filters: MapFilters
  now: Instant
}

/** What two rounds of a process say of the same issues. */
export function ComparePage(props: Props) {
  const t = useWords(words)
  const { earlier, later, changes, filters, now } = props
  const [{ request: before }, { request, process }] = [earlier.seen, later.seen]
  const narrowed = useFiltersSaid(filters).join(' · ')
  return (
    <Document
      title={t('compareTitle', { before: before.docket, after: request.docket })}
      process={useProcessBand(process, now, request)}
      back={{ href: mapAddress(request.docket, filters), text: t('title') }}
      wide
      unlisted
    >
      <Caption>{process.name}</Caption>
      <h1>{t('compareHead')}</h1>
      {narrowed && <p class="govuk-body-l">{narrowed}</p>}
      <ul class="govuk-list">
        <RoundLine round={earlier} which="earlier" filters={filters} />
        <RoundLine round={later} which="later" filters={filters} />
      </ul>
      <p>{t('compareText')}</p>
      {changes.length === 0 && (
        <EmptyState title={t('empty')}>
          <p>{t('emptyText')}</p>
        </EmptyState>
      )}
      {changes.map((one) => (
        <Changes key={one.issue} change={one} page={props} />
      ))}
      <p class="parley-noprint">
        <a href={compareAddress(request.docket, before.docket, filters, '.csv')}>{t('compareCsv')}</a>
      </p>
    </Document>
  )
}

function RoundLine({
  round,
  which,
  filters,
}: {
  round: Round
  which: 'earlier' | 'later'
  filters: MapFilters
}) {
  const t = useWords(words)
  const { docket, title } = round.seen.request
  return (
    <li>
      {t(which)} <a href={mapAddress(docket, filters)}>{t('request', { docket, title })}</a>.{' '}
      {t('readSoFar', round.map.soFar)} <HeldBack {...round.map} />
    </li>
  )
}

function Changes({ change: { issue, groups, came, went }, page }: { change: IssueChange; page: Props }) {
  const t = useWords(words)
  const [called, listOf] = [usePositions(), useListOf()]
  const names = useGroups([...page.earlier.map.groups, ...page.later.map.groups])
  const about = page.later.seen.process.issues.find(({ id }) => id === issue)
  return (
    <>
      <Table
        cards
        caption={about && <IssueTitle {...about} />}
        captionClass="govuk-table__caption--m"
        head={[
          { text: t('group') },
          ...positions.map((position) => ({ text: `${signs[position]} ${called(position)}`, numeric: true })),
        ]}
        rowHeaders
        rows={groups.map(({ group, changes }) => [
          { text: <StakeholderMark code={group} name={names.name(group)} further={names.further(group)} /> },
          ...changes.map((one) => ({ text: <Moved {...one} />, numeric: true })),
        ])}
      />
      {came.length > 0 && <p>{t('came', { groups: listOf(came.map(names.name)) })}</p>}
      {went.length > 0 && <p>{t('went', { groups: listOf(went.map(names.name)) })}</p>}
    </>
  )
}

function Moved({ before, after }: Change) {
  const t = useWords(words)
  const locale = useLocale()
  if (before + after === 0) return <span class="parley-muted">0</span>
  const by = new Intl.NumberFormat(locales[locale].dates, { signDisplay: 'exceptZero' }).format(
    after - before,
  )
  return (
    <>
      {t('fromTo', { before: count(before, locale), after: count(after, locale) })}
      <span class="parley-local">{after === before ? t('same') : <bdi>{by}</bdi>}</span>
    </>
  )
}
