import { keyOf, type PostedWords } from '../model.ts'
import type { KnownText } from './texts/store.ts'

export interface Differences {
  /** Posted, and not read as it is posted now. */
  fresh: PostedWords[]
  /** Read, and not posted any more as it was. */
  gone: KnownText[]
}

/** What changed since these texts were read. */
export function diff(posted: readonly PostedWords[], known: readonly KnownText[]): Differences {
  const now = new Map(posted.map((text) => [keyOf(text), text]))
  const before = new Map(known.map((text) => [keyOf(text), text]))
  const isSame = (a: { versions: readonly string[] } | undefined, b: { versions: readonly string[] }) =>
    a?.versions.join() === b.versions.join()
  return {
    fresh: posted.filter((text) => !isSame(before.get(keyOf(text)), text)),
    gone: known.filter((text) => !isSame(now.get(keyOf(text)), text)),
  }
}
