import type { ComponentChildren, FormHTMLAttributes } from 'preact'
import { useWords } from '../i18n/index.ts'
import { useIsland } from './chrome.tsx'
import { words } from './words.ts'

interface Props extends Omit<FormHTMLAttributes, 'method' | 'role'> {
  action: string
  /** Takes the same fields by POST, keeps them, and answers with a 2xx status. */
  autosaveUrl: string
  children?: ComponentChildren
}

/** A form that keeps what is written while it is written, and says when it last did. */
export function AutosaveForm({ autosaveUrl, children, ...rest }: Props) {
  useIsland('autosave')
  const t = useWords(words)
  return (
    <form
      method="post"
      data-island="autosave"
      data-autosave-url={autosaveUrl}
      data-words-saved={t('saved', { time: '{time}' })}
      data-words-failed={t('notSaved', { time: '{time}' })}
      {...rest}
    >
      {children}
      <p class="parley-saved" role="status" data-autosave-status />
    </form>
  )
}
