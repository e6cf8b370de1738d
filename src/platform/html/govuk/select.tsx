import type { PartialSelectHTMLAttributes } from 'preact'
import { classNames } from './class-names.ts'
import { divide, FieldFrame, type FieldProps, fieldIds } from './field.tsx'

export interface Option {
  value?: string | number | undefined
  text: string
  disabled?: boolean
  selected?: boolean
}

export interface SelectProps
  extends FieldProps,
    Omit<PartialSelectHTMLAttributes<HTMLSelectElement>, keyof FieldProps | 'class' | 'role' | 'value'> {
  class?: string | undefined
  options: readonly Option[]
  value?: string | number | undefined
}

export function Select({ class: more, options, value, ...props }: SelectProps) {
  const { frame, rest } = divide(props)
  const { id, describedBy } = fieldIds(frame)
  const wrong = Boolean(frame.error)
  return (
    <FieldFrame {...frame}>
      <select
        class={classNames('govuk-select', more, wrong && 'govuk-select--error')}
        id={id}
        name={frame.name}
        aria-describedby={describedBy}
        {...rest}
      >
        {options.map(({ text, ...option }) => (
          <option key={text} selected={value !== undefined && (option.value ?? text) === value} {...option}>
            {text}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}
