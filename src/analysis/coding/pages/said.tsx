import { Colon } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import type { Issue } from '../../../processes/index.ts'
import type { Code } from '../../codebook/model.ts'
import type { CodingContent, ExcerptKind, Position } from '../model.ts'
import { type WordKey, words } from '../words.ts'

/** What kinds of excerpt are called. */
export const kindNames = {
  policy: 'kindPolicy',
  fact: 'kindFact',
  testimony: 'kindTestimony',
  reference: 'kindReference',
  value: 'kindValue',
} as const satisfies Record<ExcerptKind, WordKey>

/** What positions are called. */
export function usePositionNames(): (position: Position) => string {
  const t = useWords(words)
  return (position) => t(position === 'question' ? 'questionPosition' : position)
}

interface Props {
  coding: CodingContent
  codes: readonly Code[]
  issues: readonly Pick<Issue, 'id' | 'number' | 'title'>[]
}

/** What one coder said of an excerpt, in words. */
export function Said({ coding, codes, issues }: Props) {
  const t = useWords(words)
  const called = usePositionNames()
  const names = new Map(codes.map(({ id, name }) => [id, name]))
  const { positions: said, kind } = coding
  if (coding.codes.length === 0 && said.length === 0 && !kind) return <p>{t('noCodeApplies')}</p>
  return (
    <ul class="govuk-list govuk-list--bullet">
      {kind && <li>{t(kindNames[kind])}</li>}
      {coding.codes.map((id) => (
        <li key={id}>
          <bdi>{names.get(id) ?? ''}</bdi>
        </li>
      ))}
      {said.map(({ issue, position, condition }) => {
        const about = issues.find(({ id }) => id === issue)
        return (
          <li key={issue}>
            {about ? t('positionOn', { number: about.number, title: about.title }) : ''}
            <Colon />
            {called(position)}
            {condition && (
              <>
                {' – '}
                <bdi>{condition}</bdi>
              </>
            )}
          </li>
        )
      })}
    </ul>
  )
}
