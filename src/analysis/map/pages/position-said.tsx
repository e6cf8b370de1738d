import { useWords } from '../../../platform/i18n/index.ts'
import type { Issue } from '../../../processes/index.ts'
import type { IssuePosition } from '../../coding/model.ts'
import { words } from '../words.ts'
import { IssueTitle } from './issue-title.tsx'
import { signs } from './names.ts'
import { usePositions } from './use-positions.ts'

interface Props extends Pick<IssuePosition, 'position' | 'condition'> {
  /** Nothing where the page is about one issue. */
  about: Pick<Issue, 'number' | 'title'> | undefined
}

/** What quoted words say of an issue, and under which condition. */
export function PositionSaid({ position, condition, about }: Props) {
  const t = useWords(words)
  const called = usePositions()
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
