import { createHash } from 'node:crypto'
import type { ExcerptId } from '../model.ts'

/** Of words and the excerpt they belong to, so that equal words elsewhere do not show as equal. */
export function digestOf(id: ExcerptId, words: string): Buffer {
  return createHash('sha256').update(id).update(words).digest()
}

/** Where the words of an excerpt begin in a text, if they stand there just once; only their digest is known. */
export function findByDigest(
  id: ExcerptId,
  digest: Buffer,
  length: number,
  text: string,
): number | undefined {
  let found: number | undefined
  for (let at = 0; at + length <= text.length; at += 1) {
    if (!digestOf(id, text.slice(at, at + length)).equals(digest)) continue
    if (found !== undefined) return undefined
    found = at
  }
  return found
}
