import { atDesk, type Coding, type Refused } from '../at-desk.ts'
import { recount } from '../codings/recount.ts'
import type { ExcerptId } from '../model.ts'
import type { CodingDb } from '../services.ts'
import { takeBackOwn } from '../suggestions/store.ts'
import { deleteOwnExcerpt, listExcerpts, lockIfCited } from './store.ts'

/** Deletes an excerpt that its maker marked, and nobody else coded or cites; what a program pointed to is suggested anew. */
export async function deleteExcerpt(
  db: CodingDb,
  coding: Coding,
  excerpt: ExcerptId,
): Promise<object | Refused> {
  return atDesk(db, coding, async ({ tx, comment, coder, own, tell }) => {
    if (own?.state !== 'taken') return { refused: 'not-taken' }
    const there = (await listExcerpts(tx, comment.id)).find(({ id }) => id === excerpt)
    if (!there) return { refused: 'excerpt-gone' }
    if (await lockIfCited(tx, excerpt)) return { refused: 'cited' }
    if (there.byProgram) {
      await takeBackOwn(tx, { excerpt, coder })
      await recount(tx, [excerpt])
      await tell('suggestion-reopened', undefined, { kind: 'excerpt', id: excerpt })
      return {}
    }
    if (!(await deleteOwnExcerpt(tx, { comment: comment.id, excerpt, coder })))
      return { refused: 'coded-by-others' }
    await tell('excerpt-deleted', undefined, { kind: 'excerpt', id: excerpt })
    return {}
  })
}
