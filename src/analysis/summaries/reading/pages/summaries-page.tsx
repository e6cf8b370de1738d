import { Caption, Document, EmptyState, Time } from '../../../../platform/html/index.ts'
import { useWords } from '../../../../platform/i18n/index.ts'
import { type Issue, useProcessBand } from '../../../../processes/index.ts'
import { contestsAddress, draftAddress, summariesAddress, summaryAddress } from '../../addresses.ts'
import type { SummaryVersion } from '../../model.ts'
import type { Place } from '../../where.ts'
import { words } from '../../words.ts'

export interface ListedSummary {
  issue: Issue
  latest: SummaryVersion | undefined
  contests: { waiting: number; all: number }
}

interface Props extends Place {
  summaries: readonly ListedSummary[]
  mayEdit: boolean
  mayListContests: boolean
}

/** The issues of a request, with the summary of each. */
export function SummariesPage(props: Props) {
  const t = useWords(words)
  const { request, process, now, summaries, mayEdit, mayListContests } = props
  const published = summaries.some(({ latest }) => latest)
  const shown = summaries.filter(({ latest }) => latest || mayEdit)
  return (
    <Document
      title={t('summaries')}
      process={useProcessBand(process, now, request)}
      back={{ href: `/requests/${request.docket}`, text: request.title }}
    >
      <Caption>{request.title}</Caption>
      <h1>{t('summaries')}</h1>
      <p class="govuk-body-l">{t('summariesIntro')}</p>
      {!published && (
        <EmptyState title={t('nonePublished')}>
          <p>{t(process.issues.length === 0 ? 'noIssues' : 'nonePublishedText')}</p>
        </EmptyState>
      )}
      <ul class="govuk-list govuk-list--spaced">
        {shown.map((one) => (
          <One key={one.issue.id} docket={request.docket} mayEdit={mayEdit} {...one} />
        ))}
      </ul>
      {published && (
        <p class="parley-noprint">
          <a href={`${summariesAddress(request.docket)}.csv`}>{t('download')}</a>
        </p>
      )}
      {mayListContests && (
        <p class="parley-noprint">
          <a href={contestsAddress(request.docket)}>{t('contests')}</a>
        </p>
      )}
    </Document>
  )
}

function One({
  issue,
  latest,
  contests,
  docket,
  mayEdit,
}: ListedSummary & { docket: string; mayEdit: boolean }) {
  const t = useWords(words)
  const { number, title } = issue
  return (
    <li>
      <h2 class="govuk-heading-m">
        {latest ? (
          <a href={summaryAddress(docket, number)}>
            {number}. <bdi>{title}</bdi>
          </a>
        ) : (
          <>
            {number}. <bdi>{title}</bdi>
          </>
        )}
      </h2>
      {latest ? (
        <p>
          {t('versionOf', { number: latest.number })}, <Time at={latest.publishedAt} zone={latest.zone} />.{' '}
          {t('contestCounts', contests)}
        </p>
      ) : (
        <p>{t('notPublished')}</p>
      )}
      {mayEdit && (
        <p class="parley-noprint">
          <a href={draftAddress(docket, number)}>
            {t('toDraft')}
            <span class="govuk-visually-hidden">: {title}</span>
          </a>
        </p>
      )}
    </li>
  )
}
