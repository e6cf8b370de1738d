import type { ComponentChildren, HTMLAttributes } from 'preact'
import { useWords } from '../../i18n/index.ts'
import { words } from '../words.ts'
import { classNames } from './class-names.ts'

export interface Crumb {
  href?: string | undefined
  text: ComponentChildren
}

export interface BreadcrumbsProps extends Omit<HTMLAttributes<HTMLElement>, 'class' | 'label' | 'role'> {
  items: readonly Crumb[]
  label?: string | undefined
  class?: string | undefined
}

export function Breadcrumbs({ items, label, class: more, ...rest }: BreadcrumbsProps) {
  const t = useWords(words)
  return (
    <nav class={classNames('govuk-breadcrumbs', more)} aria-label={label ?? t('breadcrumbs')} {...rest}>
      <ol class="govuk-breadcrumbs__list">
        {items.map(({ href, text }) => (
          <li key={href} class="govuk-breadcrumbs__list-item" aria-current={href ? undefined : 'page'}>
            {href ? (
              <a class="govuk-breadcrumbs__link" href={href}>
                {text}
              </a>
            ) : (
              text
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
