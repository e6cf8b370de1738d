import type { ComponentChildren, LabelHTMLAttributes } from 'preact'
import { classNames } from './class-names.ts'

export interface LabelProps extends Omit<LabelHTMLAttributes, 'class' | 'for'> {
  for?: string
  class?: string | undefined
  /** The page asks one question, and this is it. */
  pageHeading?: boolean | undefined
  children?: ComponentChildren
}

export function Label({ class: more, pageHeading, ...rest }: LabelProps) {
  // biome-ignore lint/a11y/noLabelWithoutControl: the caller names the control in `for`.
  const label = <label class={classNames('govuk-label', more)} {...rest} />
  return pageHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label
}
