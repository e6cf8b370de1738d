import type { ComponentChildren } from 'preact'

interface Props {
  title: string
  children?: ComponentChildren
}

/** Where nothing is yet: what will be here, and how it comes. */
export function EmptyState({ title, children }: Props) {
  return (
    <div class="parley-empty">
      <p>
        <strong>{title}</strong>
      </p>
      {children}
    </div>
  )
}
