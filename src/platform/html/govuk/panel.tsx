import type { ComponentChildren, HTMLAttributes } from 'preact'
import { classNames } from './class-names.ts'
import { Heading } from './heading.tsx'

export interface PanelProps extends Omit<HTMLAttributes<HTMLDivElement>, 'class' | 'title' | 'role'> {
  title: ComponentChildren
  level?: 1 | 2 | 3 | 4 | 5 | 6 | undefined
  class?: string | undefined
}

/** The answer to the main act: it is done, and this is its number. */
export function Panel({ title, level = 1, class: more, children, ...rest }: PanelProps) {
  return (
    <div class={classNames('govuk-panel', 'govuk-panel--confirmation', more)} {...rest}>
      <Heading level={level} class="govuk-panel__title">
        {title}
      </Heading>
      {children && <div class="govuk-panel__body">{children}</div>}
    </div>
  )
}
