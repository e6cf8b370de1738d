import type { ComponentChildren } from 'preact'

interface Props {
  /** Unique on the page; the meaning opens without script. */
  id: string
  meaning: ComponentChildren
  children?: ComponentChildren
}

/** A word of the field on its first use: a dotted underline that opens the meaning. */
export function Term({ id, meaning, children }: Props) {
  return (
    <>
      <button type="button" class="parley-term" popovertarget={id}>
        {children}
      </button>
      <span class="parley-term__meaning" id={id} popover="auto">
        {meaning}
      </span>
    </>
  )
}
