import { Colon, Details } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import type { Code, CodeId } from '../model.ts'
import { words } from '../words.ts'

interface Props {
  process: { slug: string }
  codes: readonly Code[]
  uses: ReadonlyMap<CodeId, number>
}

/** What became of a code that is no longer in use. */
export function useEnding(codes: readonly Code[]): (ended: NonNullable<Code['ended']>) => string {
  const t = useWords(words)
  const names = new Map(codes.map(({ id, name }) => [id, name]))
  return ({ as, into }) =>
    t(`became-${as}`, { names: into.map((id) => `“${names.get(id) ?? ''}”`).join(', ') })
}

export function EndedCodes({ process: { slug }, codes, uses }: Props) {
  const t = useWords(words)
  const ending = useEnding(codes)
  const ended = codes.flatMap((code) => (code.ended ? [{ ...code, ended: code.ended }] : []))
  if (ended.length === 0) return null
  return (
    <Details summary={t('ended')}>
      <ul class="govuk-list govuk-list--bullet">
        {ended.map((code) => (
          <li key={code.id}>
            <a href={`/processes/${slug}/codebook/${code.id}`}>
              <bdi>{code.name}</bdi>
            </a>
            <Colon />
            {ending(code.ended)}
            {code.ended.as === 'split' && (uses.get(code.id) ?? 0) > 0 && (
              <>
                {' · '}
                {t('waitsForRecode', { count: uses.get(code.id) ?? 0 })}
              </>
            )}
          </li>
        ))}
      </ul>
    </Details>
  )
}
