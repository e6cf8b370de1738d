import { createHash } from 'node:crypto'
import { repeats } from './repeats.ts'
import type { Submission } from './understand.ts'

/** A row that can be told from every other and known again when the file is read once more. */
export interface KeyedRow {
  number: number
  place: string | undefined
  cells: ReadonlyMap<string, string>
  /** The id it came with; without one, `cellsKey`. */
  key: string
  /** Made of its cells as they came, whatever their columns are said to mean. */
  cellsKey: string
  /** What a row without an id went by once: its words as they were understood. Asked where the docket has such rows. */
  olderKey: string | undefined
  wordsHash: string
  submission: Submission
}

/** A row as it came. */
export type Came = Pick<KeyedRow, 'number' | 'place' | 'cells'>

function hashOf(value: unknown): Buffer {
  return createHash('sha256').update(JSON.stringify(value)).digest()
}

/** The order of the columns, and columns in which nothing stands, make no other row. */
function hashOfCells(cells: Came['cells']): Buffer {
  return hashOf([...cells].filter(([, value]) => value !== '').toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

function olderHash(submission: Submission): Buffer {
  const { text, group, language, name, organisation, at, rest } = submission
  return hashOf([text, group, language, name, organisation, at, rest])
}

/** Gives rows their keys; two rows alike to the letter and without an id are two rows, told apart by their count. */
export function keyMaker({ older }: { older: boolean }): (came: Came, submission: Submission) => KeyedRow {
  const [count, countOlder] = [repeats(), repeats()]
  return (came, submission) => {
    const { text, answers, kind, originalId } = submission
    const attachments = submission.attachments.map(({ name }) => name)
    const words = answers.length > 0 ? [text, attachments, answers] : [text, attachments]
    const wordsHash = hashOf(words).toString('base64url')
    const prefix = kind === 'docket' || kind === 'document' ? `${kind}:` : ''
    const cellsKey = keyOf('cells', hashOfCells(came.cells), count)
    const olderKey = older && !originalId ? keyOf('row', olderHash(submission), countOlder) : undefined
    const key = originalId ? prefix + originalId : cellsKey
    return { ...came, key, cellsKey, olderKey, wordsHash, submission }
  }
}

function keyOf(kind: 'cells' | 'row', hash: Buffer, count: ReturnType<typeof repeats>): string {
  return `${kind}:${hash.toString('base64url')}:${count(hash)}`
}
