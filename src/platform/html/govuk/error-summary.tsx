import type { ComponentChildren, HTMLAttributes } from 'preact'
import { useWords } from '../../i18n/index.ts'
import { words } from '../words.ts'
import { classNames } from './class-names.ts'

export interface Problem {
  /** Leads to the field: `#name`. */
  href?: string | undefined
  text: ComponentChildren
}

export interface ErrorSummaryProps extends Omit<HTMLAttributes<HTMLDivElement>, 'class' | 'title' | 'role'> {
  title?: ComponentChildren
  problems: readonly Problem[]
  class?: string | undefined
}

/** First on the page when a form came back: what is wrong, where, and a way there. It takes the focus without script. */
export function ErrorSummary({ title, problems, class: more, children, ...rest }: ErrorSummaryProps) {
  const t = useWords(words)
  return (
    <div class={classNames('govuk-error-summary', more)} tabIndex={-1} autofocus {...rest}>
      <div role="alert">
        <h2 class="govuk-error-summary__title">{title ?? t('problem')}</h2>
        <div class="govuk-error-summary__body">
          {children && <p>{children}</p>}
          {problems.length > 0 && (
            <ul class="govuk-list govuk-error-summary__list">
              {problems.map(({ href, text }) => (
                <li key={href}>{href ? <a href={href}>{text}</a> : text}</li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  )
}
