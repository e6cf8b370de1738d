import type { PartialInputHTMLAttributes } from 'preact'
import { classNames } from './class-names.ts'
import { divide, FieldFrame, type FieldProps, fieldIds } from './field.tsx'

export interface FileUploadProps
  extends FieldProps,
    Omit<
      PartialInputHTMLAttributes<HTMLInputElement>,
      keyof FieldProps | 'class' | 'role' | 'type' | 'value'
    > {
  class?: string | undefined
}

export function FileUpload({ class: more, ...props }: FileUploadProps) {
  const { frame, rest } = divide(props)
  const { id, describedBy } = fieldIds(frame)
  const wrong = Boolean(frame.error)
  return (
    <FieldFrame {...frame}>
      <input
        class={classNames('govuk-file-upload', more, wrong && 'govuk-file-upload--error')}
        id={id}
        name={frame.name}
        type="file"
        aria-describedby={describedBy}
        {...rest}
      />
    </FieldFrame>
  )
}
