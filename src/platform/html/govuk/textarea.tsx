import type { ComponentChildren, TextareaHTMLAttributes } from 'preact'
import { classNames } from './class-names.ts'
import { divide, FieldFrame, type FieldProps, fieldIds } from './field.tsx'

export interface TextareaProps
  extends FieldProps,
    Omit<TextareaHTMLAttributes, keyof FieldProps | 'class' | 'role' | 'value'> {
  class?: string | undefined
  value?: string | undefined
  after?: ComponentChildren
}

export function Textarea({ class: more, value = '', rows = 5, after, ...props }: TextareaProps) {
  const { frame, rest } = divide(props)
  const { id, describedBy } = fieldIds(frame)
  const wrong = Boolean(frame.error)
  return (
    <FieldFrame {...frame}>
      <textarea
        class={classNames('govuk-textarea', wrong && 'govuk-textarea--error', more)}
        id={id}
        name={frame.name}
        rows={rows}
        aria-describedby={describedBy}
        {...rest}
      >
        {keepFirstLine(value)}
      </textarea>
      {after}
    </FieldFrame>
  )
}

/** HTML drops a newline right after the tag; a second one keeps the writer's own. */
const keepFirstLine = (value: string) => (/^\r?\n/.test(value) ? `\n${value}` : value)
