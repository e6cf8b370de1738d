import { StakeholderMark } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import type { SaidExcerpt } from '../excerpts/model.ts'
import { words } from '../words.ts'
import type { CellProps } from './cell-props.ts'
import { IssueTitle } from './issue-title.tsx'
import { signs, useCountryName, useGroups } from './names.ts'
import { usePositions } from './use-positions.ts'

/** Quoted words with a little of what stands around them, what they say of the issue, and the way to their place. */
export function SaidWords({ said, page }: { said: SaidExcerpt; page: CellProps }) {
  const t = useWords(words)
  const [names, country] = [useGroups(page.groups), useCountryName()]
  const { number, group, voice, placed } = said
  return (
    <blockquote class="parley-claimed" id={`excerpt-${said.id}`}>
      <p class="parley-claimed__text" lang={said.language} dir="auto">
        {placed.before && <span class="parley-muted">{placed.before}</span>}
        <mark class="parley-quoted">{placed.words}</mark>
        {placed.after && <span class="parley-muted">{placed.after}</span>}
      </p>
      <What said={said} page={page} />
      <footer>
        <a href={`/comments/${encodeURIComponent(number)}${placed.at}`}>{t('readIn', { number })}</a>{' '}
        <StakeholderMark code={group} name={names.name(group)} further={names.further(group)} />
        <span class="parley-local">
          {[t(`a-${voice}`), said.country && country(said.country)].filter(Boolean).join(' · ')}
        </span>
      </footer>
    </blockquote>
  )
}

function What({ said: { issue, position, condition }, page }: { said: SaidExcerpt; page: CellProps }) {
  const t = useWords(words)
  const called = usePositions()
  const about = page.issue ? undefined : page.process.issues.find(({ id }) => id === issue)
  return (
    <p class="parley-said">
      <strong>
        <span aria-hidden="true">{signs[position]}</span> {called(position)}
      </strong>
      {about && (
        <>
          {' – '}
          <IssueTitle {...about} />
        </>
      )}
      {condition && (
        <span class="parley-local">
          {t('condition')} <bdi>{condition}</bdi>
        </span>
      )}
    </p>
  )
}
