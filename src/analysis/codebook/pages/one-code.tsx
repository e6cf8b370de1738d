import { useWords } from '../../../platform/i18n/index.ts'
import type { Code, CodeId } from '../model.ts'
import { words } from '../words.ts'

interface Props {
  process: { slug: string }
  code: Code
  uses: ReadonlyMap<CodeId, number>
}

/** A code with its definition, its example and how often it is used. */
export function OneCode({ code, process, uses }: Props) {
  const t = useWords(words)
  const { id, name, definition, example } = code
  return (
    <>
      <a href={`/processes/${process.slug}/codebook/${id}`}>
        <bdi>{name}</bdi>
      </a>{' '}
      <span class="parley-muted">({t('usedIn', { count: uses.get(id) ?? 0 })})</span>
      {definition && <p dir="auto">{definition}</p>}
      {example && (
        <p class="parley-muted" dir="auto">
          {t('exampleIs', { example })}
        </p>
      )}
    </>
  )
}
