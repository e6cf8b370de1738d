import type { CommentId, PostedTables } from '../../../docket/index.ts'
import type { Tx } from '../../../platform/db/index.ts'
import type { Instant } from '../../../platform/time.ts'
import { append, type RecordTables } from '../../../record/index.ts'
import type { TextsTables } from '../../../texts/index.ts'
import { findByDigest } from '../excerpts/digest.ts'
import type { CodingTables } from '../tables.ts'
import { listStranded, moveExcerpt, type Stranded } from './store.ts'

export type CarryingTables = CodingTables & PostedTables & TextsTables & RecordTables

/**
 * Carries excerpts of these comments onto the texts that the public reads now, where the same words stand there just
 * once; those that do not stay where they were, and nobody reads them. Answers how many were carried.
 */
export async function carryExcerpts(
  tx: Tx<CarryingTables>,
  comments: readonly CommentId[],
  at: Instant,
): Promise<number> {
  const carried: Stranded[] = []
  for (const one of await listStranded(tx, comments)) {
    const { id, digest, length, version, text } = one
    const starts = await findByDigest(id, digest, length, text)
    const place = starts !== undefined && { version, starts, ends: starts + length }
    if (place && (await moveExcerpt(tx, id, place))) carried.push(one)
  }
  for (const [comment, all] of Map.groupBy(carried, (one) => one.comment)) {
    const about = { kind: 'comment', id: comment }
    const detail = { excerpts: all.map(({ id }) => id) }
    await append(tx, { kind: 'excerpts-carried', about, process: all[0]?.process, at, detail })
  }
  return carried.length
}
