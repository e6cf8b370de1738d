import { useWords } from '../../../platform/i18n/index.ts'
import type { Issue } from '../../../processes/index.ts'
import { IssueTitle } from '../../map/pages/issue-title.tsx'
import { signs } from '../../map/pages/names.ts'
import { usePositions } from '../../map/pages/use-positions.ts'
import type { Passage } from '../passages/model.ts'
import { words } from '../words.ts'

interface Props {
  number: string
  passage: Passage
  issues: readonly Issue[]
}

/** Quoted words, the positions they were read as, and the way to their place. */
export function PassageRead({ number, passage: { id, language, placed, positions }, issues }: Props) {
  const t = useWords(words)
  return (
    <blockquote class="parley-claimed" id={`excerpt-${id}`}>
      <p class="parley-claimed__text" lang={language} dir="auto">
        {placed.before && <span class="parley-muted">{placed.before}</span>}
        <mark class="parley-quoted">{placed.words}</mark>
        {placed.after && <span class="parley-muted">{placed.after}</span>}
      </p>
      {positions.length === 0 && <p>{t('noPosition')}</p>}
      {positions.map((one) => (
        <ReadAs key={one.issue} {...one} about={issues.find((issue) => issue.id === one.issue)} />
      ))}
      <footer>
        <a href={`/comments/${encodeURIComponent(number)}${placed.at}`}>{t('readIn')}</a>
      </footer>
    </blockquote>
  )
}

function ReadAs({ about, position, condition }: Passage['positions'][number] & { about: Issue | undefined }) {
  const t = useWords(words)
  const called = usePositions()
  return (
    <p>
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
