import { StakeholderMark, Table } from '../../../platform/html/index.ts'
import { count, useLocale, useWords } from '../../../platform/i18n/index.ts'
import type { Issue } from '../../../processes/index.ts'
import { type Position, positions } from '../../coding/model.ts'
import { cellAddress } from '../address.ts'
import { type Count, differentComments, sum, tallyOf } from '../model.ts'
import { words } from '../words.ts'
import { IssueTitle } from './issue-title.tsx'
import { signs, useGroups } from './names.ts'
import type { MapProps } from './props.ts'
import { usePositions } from './use-positions.ts'
import { VoicesOf } from './voices-of.tsx'

/** One issue in numbers: a row for each group that says something of it. */
export function IssueTable({ issue, ...props }: MapProps & { issue: Issue }) {
  const t = useWords(words)
  const called = usePositions()
  const { map } = props
  const names = useGroups(map.groups)
  const counts = map.counts.filter((one) => one.issue === issue.id)
  const groups = map.groups.filter(({ slug }) => counts.some(({ group }) => group === slug))
  return (
    <Table
      cards
      class="parley-map-numbers"
      id={`issue-${issue.number}`}
      caption={<IssueTitle {...issue} />}
      captionClass="govuk-table__caption--m"
      head={[
        { text: t('group') },
        ...positions.map((position) => ({ text: `${signs[position]} ${called(position)}`, numeric: true })),
        { text: t('comments'), numeric: true },
      ]}
      rowHeaders
      rows={groups.map(({ slug }) => {
        const own = counts.filter(({ group }) => group === slug)
        const cell = { issue, group: { slug, name: names.name(slug) }, page: props }
        return [
          { text: <StakeholderMark code={slug} name={names.name(slug)} further={names.further(slug)} /> },
          ...positions.map((position) => ({
            text: (
              <HowMany
                counts={own.filter((one) => one.position === position)}
                {...cell}
                position={position}
              />
            ),
            numeric: true,
          })),
          { text: <All counts={own} />, numeric: true },
        ]
      })}
    />
  )
}

interface HowManyProps {
  counts: readonly Count[]
  issue: Issue
  group: { slug: string; name: string }
  position: Position
  page: MapProps
}

/** How many say so: the way to their excerpts, and which kinds of voice they are. */
function HowMany({ counts, issue, group, position, page: { request, filters } }: HowManyProps) {
  const t = useWords(words)
  const locale = useLocale()
  const called = usePositions()
  const { comments, excerpts } = tallyOf(counts)
  if (comments === 0) return <span class="parley-muted">0</span>
  const cell = { issue: issue.number, group: group.slug, position }
  return (
    <>
      <a
        href={cellAddress(request.docket, cell, filters)}
        aria-label={t('openCell', {
          count: comments,
          group: group.name,
          number: issue.number,
          position: called(position),
        })}
      >
        {count(comments, locale)}
      </a>
      {!filters.voice && <VoicesOf counts={counts} />}
      {excerpts > comments && <span class="parley-local">{t('excerpts', { count: excerpts })}</span>}
    </>
  )
}

function All({ counts }: { counts: readonly Count[] }) {
  const t = useWords(words)
  const locale = useLocale()
  const [comments, places] = [differentComments(counts), sum(counts, (one) => one.comments)]
  return (
    <>
      {count(comments, locale)}
      {places > comments && <span class="parley-local">{t('inSeveral', { count: places - comments })}</span>}
    </>
  )
}
