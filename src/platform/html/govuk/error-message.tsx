import type { HTMLAttributes } from 'preact'
import { useWords } from '../../i18n/index.ts'
import { words } from '../words.ts'
import { classNames } from './class-names.ts'

export interface ErrorMessageProps extends Omit<HTMLAttributes<HTMLParagraphElement>, 'class' | 'role'> {
  class?: string | undefined
  /** Said before the message to those who do not see its colour. */
  spoken?: string
}

export function ErrorMessage({ class: more, spoken, children, ...rest }: ErrorMessageProps) {
  const t = useWords(words)
  return (
    <p class={classNames('govuk-error-message', more)} {...rest}>
      <span class="govuk-visually-hidden">{spoken ?? t('error')}:</span> {children}
    </p>
  )
}
