import { hash } from 'node:crypto'
import type { Id } from '../../platform/id.ts'
import { type Instant, parseInstant } from '../../platform/time.ts'
import { mostParts } from './parts.ts'

export type LeafId = Id<'leaf'>

/**
 * The public envelope of one thing that happened. Its body is fixed when it is promised:
 *
 *     parley/leaf/v1
 *     id 018e0000-0000-7000-8000-000000000001
 *     kind comment-posted
 *     number NTIA-2026-0012-0345
 *     process 018e0000-0000-7000-8000-000000000002
 *     received 2026-03-01T12:00:00.000Z
 *     about 018e0000-0000-7000-8000-000000000003
 *     parts 1-4,6
 *     commitment 3q2+7w… (one line per part, in their order)
 *
 * `-` stands where there is nothing to say. In the log a last line `logged 2026-03-01T12:00:00.150Z` follows.
 */
export interface Leaf {
  id: LeafId
  kind: string
  /** What people quote: a tracking number or docket number. */
  number: string
  process: string | undefined
  received: Instant
  /** The earlier leaf this one is about. */
  about: LeafId | undefined
  /** Which parts of that leaf it is about, counted from 1: those posted, or those erased. */
  parts: readonly number[]
  /** In base64. */
  commitments: readonly string[]
}

export function bodyOf(leaf: Leaf): string {
  if (!/^[a-z]+(-[a-z]+)*$/.test(leaf.kind)) throw new RangeError('A leaf’s kind is words joined by hyphens.')
  if (!/^[^\s\p{Cc}]{1,200}$/u.test(leaf.number)) throw new RangeError('A leaf’s number is one word.')
  if (leaf.commitments.length > mostParts) throw new RangeError(`A leaf holds at most ${mostParts} parts.`)
  return [
    'parley/leaf/v1',
    `id ${leaf.id}`,
    `kind ${leaf.kind}`,
    `number ${leaf.number}`,
    `process ${leaf.process ?? '-'}`,
    `received ${leaf.received.toISOString()}`,
    `about ${leaf.about ?? '-'}`,
    `parts ${rangesOf(leaf.parts) || '-'}`,
    ...leaf.commitments.map((commitment) => `commitment ${commitment}`),
    '',
  ].join('\n')
}

export interface LeafFacts {
  kind: string
  number: string
  process: string | undefined
  received: Instant
}

/** The facts of a body that was made by `bodyOf`. */
export function factsOf(body: string): LeafFacts {
  const lines = body.split('\n', 8).map((line) => line.split(' '))
  const fact = (name: string) => lines.find(([first]) => first === name)?.[1] ?? ''
  const received = parseInstant(fact('received'))
  if (!received) throw new RangeError('A leaf’s body says when it was received.')
  const process = fact('process') === '-' ? undefined : fact('process')
  return { kind: fact('kind'), number: fact('number'), process, received }
}

/** What the log's tree is built over: the body as promised, and when the log took it. */
export function entryOf(body: string, logged: Instant): string {
  return `${body}logged ${logged.toISOString()}\n`
}

export function bodyHash(body: string): string {
  return hash('sha256', body, 'base64')
}

/** `1-4,6` for 1, 2, 3, 4, 6. */
export function rangesOf(numbers: readonly number[]): string {
  const ranges: [number, number][] = []
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const last = ranges.at(-1)
    if (last?.[1] === number - 1) last[1] = number
    else ranges.push([number, number])
  }
  return ranges.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(',')
}
