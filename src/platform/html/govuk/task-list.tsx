import type { ComponentChildren, HTMLAttributes } from 'preact'
import { classNames } from './class-names.ts'

export interface Task {
  title: ComponentChildren
  href?: string | undefined
  hint?: ComponentChildren
  status: ComponentChildren
  class?: string | undefined
  statusClass?: string | undefined
}

export interface TaskListProps extends Omit<HTMLAttributes<HTMLUListElement>, 'class' | 'role'> {
  items: readonly Task[]
  idPrefix?: string | undefined
  class?: string | undefined
}

export function TaskList({ items, idPrefix = 'task-list', class: more, ...rest }: TaskListProps) {
  return (
    <ul class={classNames('govuk-task-list', more)} {...rest}>
      {items.map((task, at) => (
        <TaskItem key={at} {...task} id={`${idPrefix}-${at + 1}`} />
      ))}
    </ul>
  )
}

function TaskItem({ title, href, hint, status, class: more, statusClass, id }: Task & { id: string }) {
  const described = classNames(Boolean(hint) && `${id}-hint`, `${id}-status`)
  return (
    <li
      class={classNames('govuk-task-list__item', Boolean(href) && 'govuk-task-list__item--with-link', more)}
    >
      <div class="govuk-task-list__name-and-hint">
        {href ? (
          <a class="govuk-link govuk-task-list__link" href={href} aria-describedby={described}>
            {title}
          </a>
        ) : (
          <div>{title}</div>
        )}
        {hint && (
          <div id={`${id}-hint`} class="govuk-task-list__hint">
            {hint}
          </div>
        )}
      </div>
      <div class={classNames('govuk-task-list__status', statusClass)} id={`${id}-status`}>
        {status}
      </div>
    </li>
  )
}
