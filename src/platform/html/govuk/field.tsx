import type { ComponentChildren } from 'preact'
import { useWords } from '../../i18n/index.ts'
import { words } from '../words.ts'
import { classNames } from './class-names.ts'
import { ErrorMessage } from './error-message.tsx'
import { Hint } from './hint.tsx'
import { Label } from './label.tsx'

/** What every question has around its field: the label above, the hint below it, then what is wrong. */
export interface FieldProps {
  name: string
  id?: string | undefined
  label: ComponentChildren
  labelClass?: string | undefined
  pageHeading?: boolean | undefined
  /** Says so beside the label; what is not said to be optional is needed. */
  optional?: boolean | undefined
  hint?: ComponentChildren
  error?: ComponentChildren
  describedBy?: string | undefined
  groupClass?: string | undefined
}

interface FrameProps extends FieldProps {
  children: ComponentChildren
}

export function FieldFrame(props: FrameProps) {
  const { label, labelClass, pageHeading, optional, hint, error, groupClass, children } = props
  const { id } = fieldIds(props)
  return (
    <div class={classNames('govuk-form-group', Boolean(error) && 'govuk-form-group--error', groupClass)}>
      <Label for={id} class={labelClass} pageHeading={pageHeading}>
        {label}
        {optional && <Optional />}
      </Label>
      <HintAndError id={id} hint={hint} error={error} />
      {children}
    </div>
  )
}

export function HintAndError({
  id,
  hint,
  error,
}: {
  id: string
  hint: ComponentChildren
  error: ComponentChildren
}) {
  return (
    <>
      {hint && <Hint id={`${id}-hint`}>{hint}</Hint>}
      {error && <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage>}
    </>
  )
}

export function Optional() {
  const t = useWords(words)
  return <> ({t('optional')})</>
}

/** The field's id, and the ids of all that describes it, in the order in which it is read out. */
export function fieldIds({ name, id = name, hint, error, describedBy }: Omit<FieldProps, 'label'>) {
  const described = [describedBy, hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return { id, describedBy: described || undefined }
}

/** Divides what belongs to the frame from what belongs to the field's own element. */
export function divide<Props extends FieldProps>(props: Props) {
  const {
    name,
    id,
    label,
    labelClass,
    pageHeading,
    optional,
    hint,
    error,
    describedBy,
    groupClass,
    ...rest
  } = props
  const frame = { name, id, label, labelClass, pageHeading, optional, hint, error, describedBy, groupClass }
  return { frame, rest }
}
