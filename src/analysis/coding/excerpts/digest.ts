import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { ExcerptId } from '../model.ts'

/** Of words and the excerpt they belong to, so that equal words elsewhere do not show as equal. */
export function digestOf(id: ExcerptId, words: string): Buffer {
  return createHash('sha256').update(id).update(words).digest()
}

/** So many letters are hashed at most, a second or two of work; and so many at a time, so that others get a turn. */
const [MOST_HASHED, AT_ONCE] = [500_000_000, 2_000_000]
/** What a hash costs beside its letters, as letters. */
const PER_HASH = 500

/**
 * Where the words of an excerpt begin in a text, if they stand there just once; only their digest is known. A text in
 * which that would take too long is not searched: somebody marks the excerpt anew.
 */
export async function findByDigest(
  id: ExcerptId,
  digest: Buffer,
  length: number,
  text: string,
): Promise<number | undefined> {
  const places = text.length - length + 1
  if (places * (length + PER_HASH) > MOST_HASHED) return undefined
  const step = Math.ceil(AT_ONCE / (length + PER_HASH))
  let found: number | undefined
  for (let at = 0; at < places; at += 1) {
    if (at % step === 0) await setImmediate()
    if (!digestOf(id, text.slice(at, at + length)).equals(digest)) continue
    if (found !== undefined) return undefined
    found = at
  }
  return found
}
