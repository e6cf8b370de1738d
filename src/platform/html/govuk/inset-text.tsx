import type { HTMLAttributes } from 'preact'
import { classNames } from './class-names.ts'

export interface InsetTextProps extends Omit<HTMLAttributes<HTMLDivElement>, 'class' | 'role'> {
  class?: string | undefined
}

export function InsetText({ class: more, ...rest }: InsetTextProps) {
  return <div class={classNames('govuk-inset-text', more)} {...rest} />
}
