import type { HTMLAttributes } from 'preact'
import { classNames } from './class-names.ts'

export interface HintProps extends Omit<HTMLAttributes<HTMLDivElement>, 'class' | 'role'> {
  class?: string | undefined
}

export function Hint({ class: more, ...rest }: HintProps) {
  return <div class={classNames('govuk-hint', more)} {...rest} />
}
