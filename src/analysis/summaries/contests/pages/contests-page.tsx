import { Caption, Document, EmptyState, Table, Time } from '../../../../platform/html/index.ts'
import { useWords } from '../../../../platform/i18n/index.ts'
import { useProcessBand } from '../../../../processes/index.ts'
import { contestAddress, summariesAddress } from '../../addresses.ts'
import type { Place } from '../../where.ts'
import { words } from '../../words.ts'
import type { Contest } from '../model.ts'

/** What commenters contest in the summaries of a request: what waits first. */
export function ContestsPage({ request, process, now, contests }: Place & { contests: readonly Contest[] }) {
  const t = useWords(words)
  const issueOf = (id: string) => process.issues.find((issue) => issue.id === id)
  const waiting = contests.filter(({ outcome }) => outcome === null)
  const all = [...waiting, ...contests.filter(({ outcome }) => outcome !== null)]
  return (
    <Document
      title={t('contests')}
      process={useProcessBand(process, now, request)}
      back={{ href: summariesAddress(request.docket), text: t('summaries') }}
      wide
      unlisted
    >
      <Caption>{request.title}</Caption>
      <h1>{t('contests')}</h1>
      <p class="govuk-body-l">{t('contestsIntro')}</p>
      {all.length === 0 ? (
        <EmptyState title={t('contestsNone')}>
          <p>{t('contestsNoneText')}</p>
        </EmptyState>
      ) : (
        <Table
          cards
          head={(['commentHead', 'issueHead', 'madeHead', 'wordsHead', 'standing'] as const).map((key) => ({
            text: t(key),
          }))}
          rows={all.map(({ id, number, issue, at, late, state, outcome }) => [
            { text: <a href={contestAddress(request.docket, id)}>{number ?? t('contestGone')}</a> },
            { text: <bdi>{issueOf(issue)?.title}</bdi> },
            {
              text: (
                <>
                  <Time at={at} zone={process.zone} />
                  {late && `, ${t('contestLate')}`}
                </>
              ),
            },
            { text: t(`state-${state}`) },
            { text: t(outcome ?? 'contestWaits') },
          ])}
        />
      )}
    </Document>
  )
}
