import type { ComponentChildren, HTMLAttributes } from 'preact'
import { useWords } from '../../i18n/index.ts'
import { words } from '../words.ts'
import { classNames } from './class-names.ts'

export interface Step {
  href: string
  text?: ComponentChildren
  label?: ComponentChildren
}

export type PageItem =
  | { number: number | string; href: string; current?: boolean; spoken?: string }
  | 'ellipsis'

export interface PaginationProps extends Omit<HTMLAttributes<HTMLElement>, 'class' | 'label' | 'role'> {
  previous?: Step | undefined
  next?: Step | undefined
  items?: readonly PageItem[] | undefined
  label?: string | undefined
  class?: string | undefined
}

export function Pagination({ previous, next, items, label, class: more, ...rest }: PaginationProps) {
  const t = useWords(words)
  if (!previous && !next && !items) return null
  const block = !items && Boolean(previous ?? next)
  return (
    <nav
      class={classNames('govuk-pagination', block && 'govuk-pagination--block', more)}
      aria-label={label ?? t('pagination')}
      {...rest}
    >
      {previous && <StepLink {...previous} towards="prev" block={block} />}
      {items && (
        <ul class="govuk-pagination__list">
          {items.map((item, at) => (
            <Item key={at} item={item} />
          ))}
        </ul>
      )}
      {next && <StepLink {...next} towards="next" block={block} />}
    </nav>
  )
}

function Item({ item }: { item: PageItem }) {
  const t = useWords(words)
  if (item === 'ellipsis') return <li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>
  const { number, href, current, spoken } = item
  return (
    <li class={classNames('govuk-pagination__item', current && 'govuk-pagination__item--current')}>
      <a
        class="govuk-link govuk-pagination__link"
        href={href}
        aria-label={spoken ?? t('pageNumber', { number })}
        aria-current={current ? 'page' : undefined}
      >
        {number}
      </a>
    </li>
  )
}

function StepLink({
  href,
  text,
  label,
  towards,
  block,
}: Step & { towards: 'prev' | 'next'; block: boolean }) {
  const plain = block && !label
  return (
    <div class={`govuk-pagination__${towards}`}>
      <a class="govuk-link govuk-pagination__link" href={href} rel={towards}>
        {(block || towards === 'prev') && <Arrow towards={towards} />}
        <span
          class={classNames(
            'govuk-pagination__link-title',
            plain && 'govuk-pagination__link-title--decorated',
          )}
        >
          {text ?? <StepText towards={towards} />}
        </span>
        {block && label && (
          <>
            <span class="govuk-visually-hidden">:</span>
            <span class="govuk-pagination__link-label">{label}</span>
          </>
        )}
        {!block && towards === 'next' && <Arrow towards={towards} />}
      </a>
    </div>
  )
}

function StepText({ towards }: { towards: 'prev' | 'next' }) {
  const t = useWords(words)
  const aside = (text: ComponentChildren) => <span class="govuk-visually-hidden">{text}</span>
  return t.rich(towards === 'prev' ? 'previousPage' : 'nextPage', { aside })
}

const shapes = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
}

function Arrow({ towards }: { towards: 'prev' | 'next' }) {
  return (
    <svg
      class={`govuk-pagination__icon govuk-pagination__icon--${towards}`}
      xmlns="http://www.w3.org/2000/svg"
      height="13"
      width="15"
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 15 13"
    >
      <path d={shapes[towards]} />
    </svg>
  )
}
