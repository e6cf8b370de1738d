import type { ComponentChildren, DetailsHTMLAttributes } from 'preact'
import { classNames } from './class-names.ts'

export interface DetailsProps extends Omit<DetailsHTMLAttributes, 'class' | 'summary' | 'role'> {
  summary: ComponentChildren
  class?: string | undefined
}

export function Details({ summary, class: more, children, ...rest }: DetailsProps) {
  return (
    <details class={classNames('govuk-details', more)} {...rest}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{summary}</span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  )
}
