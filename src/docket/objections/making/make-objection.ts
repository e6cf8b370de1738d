import { object, standingDecisions } from '../../../moderation/index.ts'
import type { Actor } from '../../../participants/index.ts'
import type { Db } from '../../../platform/db/index.ts'
import type { Instant } from '../../../platform/time.ts'
import type { PostingTables } from '../../posting/decide-comment.ts'
import { lockComment, type Waiting } from '../../posting/store.ts'

/** The sender says why a decision about their comment is wrong; it is taken about what stands now, or not at all. */
export async function makeObjection(
  db: Db<PostingTables>,
  { person: by }: Actor,
  { comment, words, at }: { comment: Waiting; words: string; at: Instant },
): Promise<Awaited<ReturnType<typeof object>>> {
  const about = { kind: 'comment', id: comment.id }
  return db.transaction().execute(async (tx) => {
    if (!(await lockComment(tx, comment, comment.state))) return 'nothing-withheld'
    const standing = (await standingDecisions(tx, 'comment', [comment.id])).get(comment.id)
    return object(tx, { about, standing, words, by, at })
  })
}
