import type { HTMLAttributes } from 'preact'
import { classNames } from './class-names.ts'

export interface TagProps extends Omit<HTMLAttributes<HTMLElement>, 'class' | 'role'> {
  colour?: 'grey' | 'green' | 'teal' | 'blue' | 'purple' | 'magenta' | 'red' | 'orange' | 'yellow' | undefined
  class?: string | undefined
}

export function Tag({ colour, class: more, ...rest }: TagProps) {
  return <strong class={classNames('govuk-tag', colour && `govuk-tag--${colour}`, more)} {...rest} />
}
