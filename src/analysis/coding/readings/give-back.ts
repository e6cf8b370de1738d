import { atDesk, type Coding, type Refused } from '../at-desk.ts'
import { listCoded } from '../codings/store.ts'
import type { CodingDb } from '../services.ts'
import { deleteReading } from './store.ts'

/** Gives a comment back of which nothing is coded yet, so that somebody else may take it. */
export async function giveBack(db: CodingDb, coding: Coding): Promise<object | Refused> {
  return atDesk(db, coding, async ({ tx, comment, coder, own, tell }) => {
    if (own?.state !== 'taken') return { refused: 'not-taken' }
    const coded = await listCoded(tx, comment.id)
    if (coded.some(({ coders }) => coders.includes(coder))) return { refused: 'has-codings' }
    await deleteReading(tx, comment.id, coder)
    await tell('comment-given-back')
    return {}
  })
}
