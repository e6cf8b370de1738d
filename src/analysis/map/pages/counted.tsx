import { useWords } from '../../../platform/i18n/index.ts'
import { tallyOf } from '../model.ts'
import { words } from '../words.ts'
import type { MapProps } from './props.ts'

/** How much lies behind the map, and what its numbers count. */
export function Counted({ map: { counts, soFar } }: Pick<MapProps, 'map'>) {
  const t = useWords(words)
  const { excerpts } = tallyOf(counts)
  return (
    <>
      <p>
        {t('readSoFar', soFar)} {t('countedExcerpts', { count: excerpts })}
      </p>
      <HeldBack soFar={soFar} />
      <p>{t('rule')}</p>
    </>
  )
}

/** What is left out so that a second coder stays unaware of what the first one said. */
export function HeldBack({ soFar: { heldBack, seenAhead } }: Pick<MapProps['map'], 'soFar'>) {
  const t = useWords(words)
  if (seenAhead > 0) return <p>{t('seenAhead', { count: seenAhead })}</p>
  return heldBack > 0 ? <p>{t('heldBack', { count: heldBack })}</p> : null
}
