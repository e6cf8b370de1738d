import type { ComponentChildren, HTMLAttributes } from 'preact'
import { classNames } from './class-names.ts'

export interface Action {
  href: string
  text: ComponentChildren
  /** What the act is about, for those who hear the link alone: "Change", "name". */
  about?: string | undefined
  class?: string | undefined
}

export interface SummaryRow {
  term: ComponentChildren
  value?: ComponentChildren
  actions?: readonly Action[] | undefined
  class?: string | undefined
}

export interface SummaryListProps extends Omit<HTMLAttributes<HTMLDListElement>, 'class' | 'rows' | 'role'> {
  rows: readonly SummaryRow[]
  class?: string | undefined
}

export function SummaryList({ rows, class: more, ...rest }: SummaryListProps) {
  const someAct = rows.some((row) => row.actions?.length)
  return (
    <dl class={classNames('govuk-summary-list', more)} {...rest}>
      {rows.map((row, at) => (
        <Row key={at} {...row} bare={someAct && !row.actions} />
      ))}
    </dl>
  )
}

function Row({ term, value, actions = [], class: more, bare }: SummaryRow & { bare: boolean }) {
  return (
    <div class={classNames('govuk-summary-list__row', bare && 'govuk-summary-list__row--no-actions', more)}>
      <dt class="govuk-summary-list__key">{term}</dt>
      <dd class="govuk-summary-list__value">{value}</dd>
      {actions.length > 0 && (
        <dd class="govuk-summary-list__actions">
          <Actions actions={actions} />
        </dd>
      )}
    </div>
  )
}

function Actions({ actions }: { actions: readonly Action[] }) {
  const links = actions.map((action) => <ActionLink key={action.href} {...action} />)
  if (links.length === 1) return links[0]
  return (
    <ul class="govuk-summary-list__actions-list">
      {links.map((link) => (
        <li key={link.key} class="govuk-summary-list__actions-list-item">
          {link}
        </li>
      ))}
    </ul>
  )
}

function ActionLink({ href, text, about, class: more }: Action) {
  return (
    <a class={classNames('govuk-link', more)} href={href}>
      {text}
      {about && <span class="govuk-visually-hidden"> {about}</span>}
    </a>
  )
}
