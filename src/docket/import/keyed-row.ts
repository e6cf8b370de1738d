import { createHash } from 'node:crypto'
import { repeats } from './repeats.ts'
import type { Submission } from './understand.ts'

/** A row that can be told from every other and known again when the file is read once more. */
export interface KeyedRow {
  number: number
  place: string | undefined
  cells: ReadonlyMap<string, string>
  key: string
  wordsHash: string
  submission: Submission
}

type Came = Pick<KeyedRow, 'number' | 'place' | 'cells'>

function hashOf(value: unknown): Buffer {
  return createHash('sha256').update(JSON.stringify(value)).digest()
}

/** Gives rows their keys; two rows alike to the letter and without an id are two rows, told apart by their count. */
export function keyMaker(): (came: Came, submission: Submission) => KeyedRow {
  const count = repeats()
  return (came, submission) => {
    const { text, answers, group, language, name, organisation, at, rest, kind, originalId } = submission
    const attachments = submission.attachments.map(({ name }) => name)
    const words = answers.length > 0 ? [text, attachments, answers] : [text, attachments]
    const wordsHash = hashOf(words).toString('base64url')
    const prefix = kind === 'docket' || kind === 'document' ? `${kind}:` : ''
    if (originalId) return { ...came, key: prefix + originalId, wordsHash, submission }
    const own = hashOf([text, group, language, name, organisation, at, rest])
    return { ...came, key: `row:${own.toString('base64url')}:${count(own)}`, wordsHash, submission }
  }
}
