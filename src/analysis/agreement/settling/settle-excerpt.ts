import { atDesk, type Coding, type Desk } from '../../coding/at-desk.ts'
import { recount } from '../../coding/codings/recount.ts'
import { listCodings, putCoding } from '../../coding/codings/store.ts'
import { knowsAll } from '../../coding/excerpts/mark-excerpt.ts'
import { listExcerpts } from '../../coding/excerpts/store.ts'
import { type CodingContent, type ExcerptId, isDisputed } from '../../coding/model.ts'
import type { CodingDb } from '../../coding/services.ts'

export type NotSettled = 'gone' | 'not-open' | 'not-disputed' | 'settled-meanwhile' | 'code-gone'

export interface Settling {
  excerpt: ExcerptId
  content: CodingContent
  reason: string
  /** The settled coding that stood there when the page was made; empty where none did. */
  seen: string
}

/** Settles what counts of an excerpt of which coders differ; it can be settled anew. */
export async function settleExcerpt(
  db: CodingDb,
  coding: Coding,
  { excerpt, content, reason, seen }: Settling,
): Promise<'settled' | NotSettled> {
  const done = await atDesk<NotSettled | 'settled'>(db, coding, async (desk) => {
    const { tx, coder, tell } = desk
    const refused = await whyNot(desk, { excerpt, content, seen })
    if (refused) return refused
    await putCoding(tx, { ...content, excerpt, coder, stage: 'settled', at: coding.at, reason })
    await recount(tx, [excerpt])
    await tell('coding-settled', undefined, { kind: 'excerpt', id: excerpt })
    return 'settled'
  })
  return typeof done === 'string' ? done : 'gone'
}

/** Why a difference cannot be settled as it stands now. */
async function whyNot(
  desk: Desk,
  { excerpt, content, seen }: Omit<Settling, 'reason'>,
): Promise<NotSettled | undefined> {
  const { tx, comment, readings } = desk
  const there = (await listExcerpts(tx, comment.id)).some(({ id }) => id === excerpt)
  if (!there) return 'gone'
  if (readings.some(({ state }) => state === 'taken')) return 'not-open'
  const all = await listCodings(tx, [excerpt])
  const before = all.find(({ stage }) => stage === 'settled')
  if ((before?.id ?? '') !== seen) return 'settled-meanwhile'
  if (!before && !isDisputed(all)) return 'not-disputed'
  const given = all.flatMap(({ codes }) => codes)
  return (await knowsAll(desk, content, given)) ? undefined : 'code-gone'
}
