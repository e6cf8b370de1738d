import { useGroupNames } from '../../../../participants/index.ts'
import { Colon, Details, StakeholderMark } from '../../../../platform/html/index.ts'
import { useWords } from '../../../../platform/i18n/index.ts'
import type { ExcerptId, Position } from '../../../coding/model.ts'
import { usePositionNames } from '../../../coding/pages/said.tsx'
import type { Citation, ShownExcerpt } from '../../model.ts'
import { words } from '../../words.ts'

export type Groups = readonly { slug: string; name: string }[]

/** What an excerpt says, of whom and on which side. */
export function ExcerptFacts({
  shown: { number, group, condition, byOrganisation, position: now },
  position = now,
  groups,
}: {
  shown: ShownExcerpt
  position?: Position | undefined
  groups: Groups
}) {
  const t = useWords(words)
  const [called, groupNamed] = [usePositionNames(), useGroupNames()]
  const name = groups.find(({ slug }) => slug === group)?.name ?? group
  return (
    <>
      <a href={`/comments/${number}`}>{number}</a> <StakeholderMark code={group} name={groupNamed(name)} />{' '}
      {byOrganisation && <span>{t('byOrganisation')} </span>}
      {position && <strong>{called(position)}</strong>}
      {position && condition && position === now && (
        <>
          <Colon />
          <bdi>{condition}</bdi>
        </>
      )}
    </>
  )
}

interface Props {
  citations: readonly Citation[]
  footnotes: ReadonlyMap<ExcerptId, number>
  groups: Groups
  open?: boolean
}

/** The citations of a sentence: each opens to the quoted words and leads to the comment. */
export function Cited({ citations, footnotes, groups, open }: Props) {
  const t = useWords(words)
  if (citations.length === 0) return <p class="parley-muted">{t('citesNothing')}</p>
  const numbers = citations.map(({ excerpt }) => `[${footnotes.get(excerpt) ?? '?'}]`).join(' ')
  return (
    <Details summary={t('citesCount', { count: citations.length, numbers })} open={open}>
      <ol class="govuk-list">
        {citations.map(({ excerpt, shown, held }) => (
          <li key={excerpt}>
            {shown ? (
              <blockquote class="parley-claimed">
                <p class="parley-claimed__text" lang={shown.language} dir="auto">
                  {shown.words}
                </p>
                <p>
                  [{footnotes.get(excerpt)}]{' '}
                  <ExcerptFacts shown={shown} position={held ?? shown.position} groups={groups} />
                </p>
              </blockquote>
            ) : (
              <p>
                [{footnotes.get(excerpt)}] {t('noLongerPublic')}
              </p>
            )}
          </li>
        ))}
      </ol>
    </Details>
  )
}
