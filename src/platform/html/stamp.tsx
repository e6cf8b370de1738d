import type { ComponentChildren } from 'preact'
import { Tag } from './govuk/index.ts'

const colours = { info: 'blue', quiet: 'grey', success: 'green', notice: 'orange', danger: 'red' } as const

interface Props {
  /** What kind of news it is; the words say it too, colour never alone. */
  tone?: keyof typeof colours | undefined
  children?: ComponentChildren
}

/** A state in a word or two: "Late", "Withheld", "Posted with redactions". */
export function Stamp({ tone = 'info', children }: Props) {
  return <Tag colour={colours[tone]}>{children}</Tag>
}
