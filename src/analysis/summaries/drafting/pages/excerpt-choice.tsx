import { useGroupNames } from '../../../../participants/index.ts'
import { Checkboxes, Colon } from '../../../../platform/html/index.ts'
import { useWords } from '../../../../platform/i18n/index.ts'
import { usePositionNames } from '../../../coding/pages/said.tsx'
import type { Citation } from '../../model.ts'
import type { Groups } from '../../reading/pages/cited.tsx'
import { words } from '../../words.ts'
import type { Candidate } from '../list-candidates.ts'

interface Props {
  offered: readonly Candidate[]
  /** What the sentence cites already, in case it is not among what is offered. */
  citations: readonly Citation[]
  chosen: readonly string[]
  groups: Groups
  error: string | undefined
}

const SHOWN = 600

/** The excerpts that a sentence may cite, each with its words, its group and its position. */
export function ExcerptChoice({ offered, citations, chosen, groups, error }: Props) {
  const t = useWords(words)
  const [called, named] = [usePositionNames(), useGroupNames()]
  const there = new Set<string>(offered.map(({ excerpt }) => excerpt))
  const lost = citations.filter(({ excerpt }) => !there.has(excerpt))
  const items = [
    ...lost.map(({ excerpt, shown }) => ({
      value: excerpt,
      text: <Quote words={shown?.words ?? t('noLongerPublic')} language={shown?.language} />,
      hint: shown ? shown.number : undefined,
    })),
    ...offered.map(({ excerpt, number, group, position, condition, language, words: quoted }) => {
      const name = groups.find(({ slug }) => slug === group)?.name ?? group
      return {
        value: excerpt,
        text: <Quote words={quoted} language={language} />,
        hint: (
          <>
            {number}, {named(name)}
            <Colon />
            {called(position)}
            {condition && (
              <>
                {' – '}
                <bdi>{condition}</bdi>
              </>
            )}
          </>
        ),
      }
    }),
  ]
  if (items.length === 0) return <p>{t('nothingOffered')}</p>
  const [first, ...rest] = [...items].sort(
    (a, b) => Number(chosen.includes(b.value)) - Number(chosen.includes(a.value)),
  )
  return (
    <Checkboxes
      name="cites"
      legend={t('cites')}
      hint={t('citesHint')}
      error={error}
      values={chosen}
      class="govuk-checkboxes--small"
      items={first ? [first, ...rest] : []}
    />
  )
}

function Quote({ words: quoted, language }: { words: string; language: string | undefined }) {
  const short = quoted.length > SHOWN ? `${quoted.slice(0, SHOWN)}…` : quoted
  return (
    <span lang={language} dir="auto">
      {short}
    </span>
  )
}
