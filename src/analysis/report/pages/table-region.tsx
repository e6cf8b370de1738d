import type { ComponentChildren } from 'preact'

interface Props {
  /** Unique on the page. */
  id: string
  caption: ComponentChildren
  children?: ComponentChildren
}

/** A table with its caption that scrolls within its own frame, reached by keyboard. */
export function TableRegion({ id, caption, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section class="scroll" aria-labelledby={`${id}-caption`} tabIndex={0}>
      <table>
        <caption id={`${id}-caption`}>{caption}</caption>
        {children}
      </table>
    </section>
  )
}
