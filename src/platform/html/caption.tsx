import type { ComponentChildren } from 'preact'

interface Props {
  /** It may be one long word, as the names of files are. */
  breakable?: boolean
  children: ComponentChildren
}

/** What a page belongs to, above its heading, in whichever direction that was written. */
export function Caption({ breakable, children }: Props) {
  return (
    <span class={breakable ? 'govuk-caption-l parley-breakable' : 'govuk-caption-l'}>
      <bdi>{children}</bdi>
    </span>
  )
}
