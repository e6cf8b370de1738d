import { useIsland } from '../../../platform/html/index.ts'
import { inZone, useLocale, useWords } from '../../../platform/i18n/index.ts'
import { commentAddress } from '../address.ts'
import type { PublicComment } from '../model.ts'
import { words } from '../words.ts'
import { whoOf } from './comment-table.tsx'

interface Cited {
  comment: PublicComment
  request: { title: string; deadline: { zone: string } }
  origin: string
}

/** How this comment, or a page of it, is cited: ending with its address. */
export function useCitation(
  { comment, request, origin }: Cited,
  path = commentAddress(comment.number),
): string {
  const t = useWords(words)
  const locale = useLocale()
  const who = whoOf(comment)
  return t(who ? 'citation' : 'citationNameless', {
    who,
    number: comment.number,
    title: request.title,
    time: inZone(comment.receivedAt, request.deadline.zone, locale),
    address: `${origin}${path}`,
  })
}

/** The same, down to the paragraph. */
export const citationOf = (citation: string, id: string): string => `${citation}#${id}`

export function Citation(props: Cited) {
  useIsland('copy')
  const t = useWords(words)
  const citation = useCitation(props)
  return (
    <section aria-labelledby="cite">
      <h2 id="cite">{t('cite')}</h2>
      <p>{citation}</p>
      <p>
        <a href="#cite" data-island="copy" data-copy={citation} data-words-done={t('copied')}>
          {t('copy')}
        </a>
      </p>
    </section>
  )
}
