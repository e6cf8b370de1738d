import type { ComponentChildren, FieldsetHTMLAttributes } from 'preact'
import { classNames } from './class-names.ts'

export interface FieldsetProps extends Omit<FieldsetHTMLAttributes, 'class' | 'role'> {
  legend?: ComponentChildren
  legendClass?: string | undefined
  pageHeading?: boolean | undefined
  class?: string | undefined
  describedBy?: string | undefined
}

export function Fieldset({
  legend,
  legendClass,
  pageHeading,
  class: more,
  describedBy,
  children,
  ...rest
}: FieldsetProps) {
  return (
    <fieldset class={classNames('govuk-fieldset', more)} aria-describedby={describedBy} {...rest}>
      {legend && (
        <legend class={classNames('govuk-fieldset__legend', legendClass)}>
          {pageHeading ? <h1 class="govuk-fieldset__heading">{legend}</h1> : legend}
        </legend>
      )}
      {children}
    </fieldset>
  )
}
