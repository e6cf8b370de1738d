import type { ComponentChildren } from 'preact'
import { useWords } from '../i18n/index.ts'
import { Button } from './govuk/index.ts'
import { words } from './words.ts'

interface Props {
  /** The list's own address: filters live in the URL, so that a view can be sent to someone. */
  action: string
  /** Where the list shows everything again; absent when no filter is set. */
  clear?: string | undefined
  children?: ComponentChildren
}

export function Filters({ action, clear, children }: Props) {
  const t = useWords(words)
  return (
    <form class="parley-filters" method="get" action={action} aria-label={t('filters')}>
      <div class="parley-filters__fields">{children}</div>
      <div class="parley-filters__acts">
        <Button kind="secondary">{t('filtersApply')}</Button>
        {clear && <a href={clear}>{t('filtersClear')}</a>}
      </div>
    </form>
  )
}
