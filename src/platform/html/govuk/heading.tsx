import type { ComponentChildren } from 'preact'

interface Props {
  level: 1 | 2 | 3 | 4 | 5 | 6
  class: string
  id?: string
  children?: ComponentChildren
}

/** A heading whose rank depends on the page it lands on. */
export function Heading({ level, ...rest }: Props) {
  const Rank = `h${level}` as const
  return <Rank {...rest} />
}
