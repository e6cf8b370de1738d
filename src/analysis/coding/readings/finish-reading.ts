import { atDesk, type Coding, type Refused } from '../at-desk.ts'
import { recount } from '../codings/recount.ts'
import { listCoded, putCoding } from '../codings/store.ts'
import { listExcerpts } from '../excerpts/store.ts'
import { type CoderId, isOpen, wantedReaders } from '../model.ts'
import type { CodingDb } from '../services.ts'
import { moveReading } from './store.ts'

/** Says that one is done with a comment, or that nothing in it is of substance. A marked place left alone: no code applies. */
export async function finishReading(
  db: CodingDb,
  coding: Coding,
  to: 'done' | 'not-substantive',
): Promise<object | Refused> {
  const { at } = coding
  return atDesk(db, coding, async ({ tx, comment, coder, own, tell }) => {
    if (own?.state !== 'taken') return { refused: 'not-taken' }
    const coded = await listCoded(tx, comment.id)
    const isOwn = ({ coders }: { coders: readonly CoderId[] }) => coders.includes(coder)
    if (to === 'not-substantive' && coded.some(isOwn)) return { refused: 'has-codings' }
    const seen = new Set((await listExcerpts(tx, comment.id)).map(({ id }) => id))
    const left = coded.filter((one) => seen.has(one.id) && !isOwn(one))
    for (const { id } of left)
      await putCoding(tx, { excerpt: id, coder, stage: 'made', at, codes: [], positions: [] })
    await moveReading(tx, { comment: comment.id, coder }, { from: ['taken'], to, at })
    await recount(
      tx,
      coded.map(({ id }) => id),
    )
    await tell('comment-coded', { as: to, excerpts: coded.length })
    return {}
  })
}

/** Takes a comment up again that one was done with; not once one has seen what another said of it. */
export async function takeUpAgain(db: CodingDb, coding: Coding): Promise<object | Refused> {
  return atDesk(db, coding, async ({ tx, comment, coder, readings, own, tell }) => {
    if (!own || own.state === 'taken') return { refused: 'not-taken' }
    if (readings.length > 1 && isOpen(readings, wantedReaders(comment.chosen)))
      return { refused: 'others-seen' }
    const order = { from: ['done', 'not-substantive'], to: 'taken', at: coding.at } as const
    await moveReading(tx, { comment: comment.id, coder }, order)
    await recount(
      tx,
      (await listCoded(tx, comment.id)).map(({ id }) => id),
    )
    await tell('comment-taken-up-again')
    return {}
  })
}
