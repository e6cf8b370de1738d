import { StakeholderMark } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import type { SaidExcerpt } from '../excerpts/model.ts'
import { words } from '../words.ts'
import type { CellProps } from './cell-props.ts'
import { useCountryName, useGroups } from './names.ts'
import { PositionSaid } from './position-said.tsx'
import { QuotedWords } from './quoted-words.tsx'

/** Quoted words, what they say of the issue, who said them, and the way to their place. */
export function SaidWords({ said, page }: { said: SaidExcerpt; page: CellProps }) {
  const t = useWords(words)
  const [names, country] = [useGroups(page.groups), useCountryName()]
  const { number, group, voice, placed } = said
  const about = page.issue ? undefined : page.process.issues.find(({ id }) => id === said.issue)
  return (
    <blockquote class="parley-claimed" id={`excerpt-${said.id}`}>
      <QuotedWords placed={placed} language={said.language} />
      <PositionSaid {...said} about={about} />
      <footer>
        <a href={`/comments/${encodeURIComponent(number)}${placed.at}`}>{t('readIn', { number })}</a>{' '}
        <StakeholderMark code={group} name={names.name(group)} further={names.further(group)} />
        <span class="parley-local">
          {[t(`a-${voice}`), said.country && country(said.country)].filter(Boolean).join(' · ')}
        </span>
      </footer>
      {page.beside(said.id)}
    </blockquote>
  )
}
