import { useWords } from '../../../platform/i18n/index.ts'
import { words } from '../words.ts'

export function TakeAway({ slug }: { slug: string }) {
  const t = useWords(words)
  return (
    <p class="parley-noprint">
      <a href={`/processes/${slug}/dataset`}>{t('takeAway')}</a>
    </p>
  )
}
