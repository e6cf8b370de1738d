import type { HTMLAttributes } from 'preact'
import { useWords } from '../../i18n/index.ts'
import { words } from '../words.ts'
import { classNames } from './class-names.ts'

export interface WarningTextProps extends Omit<HTMLAttributes<HTMLDivElement>, 'class' | 'role'> {
  class?: string | undefined
  spoken?: string
}

export function WarningText({ class: more, spoken, children, ...rest }: WarningTextProps) {
  const t = useWords(words)
  return (
    <div class={classNames('govuk-warning-text', more)} {...rest}>
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{spoken ?? t('warning')} </span>
        {children}
      </strong>
    </div>
  )
}
