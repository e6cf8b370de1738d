import type { ComponentChildren, HTMLInputTypeAttribute, PartialInputHTMLAttributes } from 'preact'
import { classNames } from './class-names.ts'
import { divide, FieldFrame, type FieldProps, fieldIds } from './field.tsx'

export interface InputProps
  extends FieldProps,
    Omit<
      PartialInputHTMLAttributes<HTMLInputElement>,
      keyof FieldProps | 'class' | 'role' | 'prefix' | 'type'
    > {
  class?: string | undefined
  type?: HTMLInputTypeAttribute
  /** How many characters the answer will have, so that the field's width says so. */
  width?: 2 | 3 | 4 | 5 | 10 | 20 | 30 | undefined
  /** The id of a list of proposals. */
  list?: string | undefined
  prefix?: ComponentChildren
  suffix?: ComponentChildren
}

export function Input({ class: more, width, prefix, suffix, type = 'text', ...props }: InputProps) {
  const { frame, rest } = divide(props)
  const { id, describedBy } = fieldIds(frame)
  const sized = width && `govuk-input--width-${width}`
  const wrong = Boolean(frame.error)
  const input = (
    <input
      class={classNames('govuk-input', sized, more, wrong && 'govuk-input--error')}
      id={id}
      name={frame.name}
      // Preact's types tie every input type to roles of its own; this field takes any type and no role.
      type={type as 'text'}
      aria-describedby={describedBy}
      {...rest}
    />
  )
  return (
    <FieldFrame {...frame}>
      {prefix || suffix ? (
        <div class="govuk-input__wrapper">
          {prefix && <Affix side="prefix">{prefix}</Affix>}
          {input}
          {suffix && <Affix side="suffix">{suffix}</Affix>}
        </div>
      ) : (
        input
      )}
    </FieldFrame>
  )
}

function Affix({ side, children }: { side: 'prefix' | 'suffix'; children: ComponentChildren }) {
  return (
    <div class={`govuk-input__${side}`} aria-hidden="true">
      {children}
    </div>
  )
}
