import type { ComponentChildren } from 'preact'
import { classNames } from './class-names.ts'

export interface SkipLinkProps {
  href: string
  class?: string | undefined
  children?: ComponentChildren
}

export function SkipLink({ href, class: more, ...rest }: SkipLinkProps) {
  return <a href={href} class={classNames('govuk-skip-link', more)} {...rest} />
}
