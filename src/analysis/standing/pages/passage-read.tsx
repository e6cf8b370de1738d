import { useWords } from '../../../platform/i18n/index.ts'
import type { Issue } from '../../../processes/index.ts'
import { PositionSaid } from '../../map/pages/position-said.tsx'
import { QuotedWords } from '../../map/pages/quoted-words.tsx'
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
      <QuotedWords placed={placed} language={language} />
      {positions.length === 0 && <p>{t('noPosition')}</p>}
      {positions.map((one) => (
        <PositionSaid key={one.issue} {...one} about={issues.find((issue) => issue.id === one.issue)} />
      ))}
      <footer>
        <a href={`/comments/${encodeURIComponent(number)}${placed.at}`}>{t('readIn')}</a>
      </footer>
    </blockquote>
  )
}
