import type { ComponentChildren } from 'preact'
import { useWords } from '../../i18n/index.ts'
import { words } from '../words.ts'
import { classNames } from './class-names.ts'

export interface BackLinkProps {
  href: string
  class?: string | undefined
  children?: ComponentChildren
}

export function BackLink({ href, class: more, children, ...rest }: BackLinkProps) {
  const t = useWords(words)
  return (
    <a href={href} class={classNames('govuk-back-link', more)} {...rest}>
      {children ?? t('back')}
    </a>
  )
}
