import { StakeholderMark } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import type { Issue } from '../../../processes/index.ts'
import { positions } from '../../coding/model.ts'
import { cellAddress } from '../address.ts'
import { barsOf, fullBar } from '../bars.ts'
import { type Count, voices } from '../model.ts'
import { words } from '../words.ts'
import { Bars, Hatch, Swatch } from './bars.tsx'
import { IssueTitle } from './issue-title.tsx'
import { signs, useGroups } from './names.ts'
import type { MapProps } from './props.ts'
import { usePositions } from './use-positions.ts'

/** Issues downwards, groups across, and in each place a bar for each position. */
export function Picture(props: MapProps) {
  const t = useWords(words)
  const { map, process } = props
  const called = useGroups(map.groups)
  const came = new Set(map.commented.map(({ group }) => group))
  const groups = map.groups.filter(({ slug }) => came.has(slug))
  const full = fullBar(map.counts)
  const places = Map.groupBy(map.counts, ({ issue, group }) => `${issue} ${group}`)
  return (
    <>
      <h2 id="picture">{t('picture')}</h2>
      <Legend full={full} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse must be able to scroll it. */}
      <section class="parley-scroll" tabIndex={0} aria-labelledby="picture">
        <table class="parley-map">
          <thead>
            <tr>
              <th scope="col">{t('issue')}</th>
              {groups.map(({ slug }) => (
                <th scope="col" key={slug}>
                  <StakeholderMark code={slug} name={called.name(slug)} further={called.further(slug)} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {process.issues.map((issue) => (
              <tr key={issue.id}>
                <th scope="row">
                  <IssueTitle {...issue} />
                </th>
                {groups.map(({ slug }) => (
                  <td key={slug}>
                    <Place
                      {...{ issue, full, page: props, group: { slug, name: called.name(slug) } }}
                      counts={places.get(`${issue.id} ${slug}`) ?? []}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}

interface PlaceProps {
  issue: Issue
  group: { slug: string; name: string }
  counts: readonly Count[]
  full: number
  page: MapProps
}

function Place({ issue, group, counts, full, page: { request, filters } }: PlaceProps) {
  const t = useWords(words)
  const called = usePositions()
  if (counts.length === 0) return <span class="parley-muted">{t('nothing')}</span>
  const bars = barsOf(counts, full)
  const said = bars
    .filter(({ comments }) => comments > 0)
    .map(({ position, comments }) => t('said', { position: called(position), count: comments }))
  return (
    <a href={cellAddress(request.docket, { issue: issue.number, group: group.slug }, filters)}>
      <Bars
        bars={bars}
        title={t('placeSays', { group: group.name, number: issue.number, said: said.join('; ') })}
      />
    </a>
  )
}

function Legend({ full }: { full: number }) {
  const t = useWords(words)
  const called = usePositions()
  return (
    <>
      <Hatch />
      <ul class="govuk-list parley-inline parley-map__legend">
        {positions.map((position) => (
          <li key={position}>
            <strong aria-hidden="true">{signs[position]}</strong> {called(position)}
          </li>
        ))}
      </ul>
      <ul class="govuk-list parley-inline parley-map__legend">
        {voices.map((voice) => (
          <li key={voice}>
            <Swatch voice={voice} /> {t(`${voice}s`)}
          </li>
        ))}
      </ul>
      <p>{t('pictureText', { count: full })}</p>
    </>
  )
}
