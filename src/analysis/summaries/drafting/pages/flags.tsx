import { useGroupNames } from '../../../../participants/index.ts'
import { useWords } from '../../../../platform/i18n/index.ts'
import { usePositionNames } from '../../../coding/pages/said.tsx'
import type { SentenceFlag, SummaryFlag } from '../../checking/flags.ts'
import type { Groups } from '../../reading/pages/cited.tsx'
import { words } from '../../words.ts'

/** What the check says of a sentence, in plain words. */
export function useSentenceFlag(): (flag: SentenceFlag) => string {
  const t = useWords(words)
  return (flag) => {
    if ('words' in flag) return t(`flag-${flag.kind}`, { words: flag.words.join(', ') })
    if (flag.kind === 'not-public') return t('flag-not-public', { count: flag.count })
    if (flag.kind === 'condition-dropped') return t('flag-condition-dropped', { condition: flag.condition })
    return t(`flag-${flag.kind}`)
  }
}

export function SentenceFlags({ flags }: { flags: readonly SentenceFlag[] }) {
  return <FlagList said={flags.map(useSentenceFlag())} />
}

/** What the check says of the whole. */
export function SummaryFlags({ flags, groups }: { flags: readonly SummaryFlag[]; groups: Groups }) {
  const t = useWords(words)
  const [called, named] = [usePositionNames(), useGroupNames()]
  const say = (flag: SummaryFlag) => {
    if (flag.kind === 'empty') return t('flag-empty')
    const { excerpts: count } = flag
    if (flag.kind === 'position-missing')
      return t('flag-position-missing', { position: called(flag.position), count })
    const name = groups.find(({ slug }) => slug === flag.group)?.name ?? flag.group
    return t('flag-group-missing', { group: named(name), count })
  }
  return <FlagList said={flags.map(say)} />
}

function FlagList({ said }: { said: readonly string[] }) {
  const t = useWords(words)
  if (said.length === 0) return null
  return (
    <ul class="govuk-list govuk-list--bullet">
      {said.map((one, at) => (
        <li key={at}>
          <strong>{t('flag')}</strong> {one}
        </li>
      ))}
    </ul>
  )
}
