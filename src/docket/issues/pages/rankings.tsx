import { type StakeholderGroup, useGroupNames } from '../../../participants/index.ts'
import { Details, Table } from '../../../platform/html/index.ts'
import { useLocale, useWords } from '../../../platform/i18n/index.ts'
import { levels, type Ranking, type Tally } from '../model.ts'
import type { IssuesOfRequest } from '../read-issues.ts'
import { words } from '../words.ts'
import { type InProcess, Outcome } from './decision.tsx'

interface Props {
  found: IssuesOfRequest
  process: InProcess
  groups: readonly StakeholderGroup[]
}

/** How the issues were ranked: in all, by stakeholder group, and by how far the senders are confirmed. */
export function Rankings(props: Props) {
  const { found, groups } = props
  const t = useWords(words)
  const called = useGroupNames()
  const { question, rankings } = found
  const { all: ranking, byGroup, byLevel } = rankings
  if (question.issues.length === 0) return null
  return (
    <section aria-labelledby="ranked">
      <h2 id="ranked">{t('ranked')}</h2>
      <p>{t('rankedBy', { count: ranking.ballots })}</p>
      <InAll {...props} />
      {ranking.ballots > 0 && (
        <>
          <Split
            found={found}
            caption={t('byGroup')}
            intro={t('byGroupIntro')}
            parts={groups.flatMap(({ slug, shortName }) => {
              const own = byGroup.get(slug)
              return own ? [{ name: called(shortName), ranking: own }] : []
            })}
          />
          <Split
            found={found}
            caption={t('byLevel')}
            intro={t('byLevelIntro')}
            parts={levels.flatMap((level) => {
              const own = byLevel.get(level)
              return own ? [{ name: t(`level-${level}`), ranking: own }] : []
            })}
          />
        </>
      )}
      <Method count={question.issues.length} />
    </section>
  )
}

function useTitles({ question }: IssuesOfRequest): (issue: number) => string {
  const t = useWords(words)
  const titles = new Map(question.issues.map(({ number, title }) => [number, title]))
  return (issue) => t('issue', { number: issue, title: titles.get(issue) ?? '' })
}

function usePoints(): (points: number) => string {
  const format = new Intl.NumberFormat(useLocale(), { maximumFractionDigits: 1 })
  return (points) => format.format(points)
}

function InAll({ found, process }: Props) {
  const t = useWords(words)
  const [titleOf, points] = [useTitles(found), usePoints()]
  return (
    <Table
      cards
      rowHeaders
      head={[
        { text: t('columnIssue') },
        { text: t('columnPoints'), numeric: true },
        { text: t('columnFirst'), numeric: true },
        { text: t('columnRanked'), numeric: true },
        { text: t('columnDecision') },
      ]}
      rows={found.rankings.all.tallies.map((tally) => {
        const decision = found.decided.get(tally.issue)?.at(-1)
        return [
          { text: titleOf(tally.issue) },
          { text: points(tally.points), numeric: true },
          { text: String(tally.first), numeric: true },
          { text: String(tally.ranked), numeric: true },
          {
            text: decision ? (
              <a href={`#decision-${decision.id}`}>
                <Outcome {...{ decision, process }} />
              </a>
            ) : (
              t('undecided')
            ),
          },
        ]
      })}
    />
  )
}

interface SplitProps {
  found: IssuesOfRequest
  caption: string
  intro: string
  parts: readonly { name: string; ranking: Ranking }[]
}

function Split({ found, caption, intro, parts }: SplitProps) {
  const t = useWords(words)
  const [titleOf, points] = [useTitles(found), usePoints()]
  const columns = parts.map(({ ranking }) => new Map(ranking.tallies.map((one) => [one.issue, one])))
  const cell = (tally: Tally | undefined) => {
    return t('cell', { points: points(tally?.points ?? 0), first: tally?.first ?? 0 })
  }
  return (
    <section>
      <h3>{caption}</h3>
      <p class="govuk-hint">{intro}</p>
      <Table
        cards
        rowHeaders
        head={[
          { text: t('columnIssue') },
          ...parts.map(({ name, ranking }) => ({
            text: t('groupColumn', { name, count: ranking.ballots }),
            numeric: true,
          })),
        ]}
        rows={found.rankings.all.tallies.map(({ issue }) => [
          { text: titleOf(issue) },
          ...columns.map((tallies) => ({ text: cell(tallies.get(issue)), numeric: true })),
        ])}
      />
    </section>
  )
}

function Method({ count }: { count: number }) {
  const t = useWords(words)
  return (
    <Details summary={t('method')}>
      <p>{t('methodBorda', { most: (count * (count - 1)) / 2 })}</p>
      <p>{t('methodFirst')}</p>
      <p>{t('methodNoVote')}</p>
    </Details>
  )
}
