import { createHash } from 'node:crypto'
import type { Submission } from './understand.ts'

/** A row that can be told from every other and known again when the file is read once more. */
export interface KeyedRow {
  number: number
  key: string
  wordsHash: string
  submission: Submission
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url')
}

/** Gives rows their keys; two rows alike to the letter and without an id are two rows, told apart by their count. */
export function keyMaker(): (number: number, submission: Submission) => KeyedRow {
  const seen = new Map<string, number>()
  return (number, submission) => {
    const { text, answers, attachments, group, language, name, organisation, at, rest } = submission
    const wordsHash = hashOf(answers.length > 0 ? [text, attachments, answers] : [text, attachments])
    if (submission.originalId) return { number, key: submission.originalId, wordsHash, submission }
    const own = hashOf([text, group, language, name, organisation, at, rest])
    const count = (seen.get(own) ?? 0) + 1
    seen.set(own, count)
    return { number, key: `row:${own}:${count}`, wordsHash, submission }
  }
}
