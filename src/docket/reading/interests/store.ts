import { type SqlBool, sql } from 'kysely'
import type { ModerationTables } from '../../../moderation/index.ts'
import type { Interest } from '../../../participants/index.ts'
import type { Db } from '../../../platform/db/index.ts'
import type { CommentId } from '../../comments/model.ts'
import type { CommentTables } from '../../comments/tables.ts'

type Reading = Db<CommentTables & ModerationTables>

/** What of a comment's interests the public may know: their words, or how many there are. */
export interface ShownInterests {
  declared: readonly Interest[]
  notShown: number
}

/** The interests of comments shown with their name; of confidential ones only how many. */
export async function listShownInterests(
  db: Reading,
  ids: readonly CommentId[],
): Promise<ReadonlyMap<CommentId, ShownInterests>> {
  if (ids.length === 0) return new Map()
  const shown = db
    .selectFrom('docket.interest as interest')
    .innerJoin('docket.comment as comment', 'comment.id', 'interest.comment_id')
    .where('comment.id', 'in', ids)
    .where('comment.state', '=', 'posted')
    .where('comment.withdrawn_at', 'is', null)
    .where('comment.named', '=', true)
    .where('comment.confidential', '=', false)
  // Words were left out of the comment: what it says of its sender may hold them too.
  const redacted = sql<SqlBool>`exists (select from moderation.redaction where redaction.about_kind = 'comment'
    and redaction.about_id = comment.id)`
  const [open, hidden] = await Promise.all([
    shown
      .select(['comment.id', 'interest.kind', 'interest.words'])
      .where('interest.confidential', '=', false)
      .where(sql<SqlBool>`not ${redacted}`)
      .orderBy('interest.position')
      .execute(),
    shown
      .select(['comment.id', ({ fn }) => fn.countAll<number>().as('count')])
      .where(sql<SqlBool>`(interest.confidential or ${redacted})`)
      .groupBy('comment.id')
      .execute(),
  ])
  const declared = Map.groupBy(open, ({ id }) => id)
  const counts = new Map(hidden.map(({ id, count }) => [id, Number(count)]))
  const all = new Set([...declared.keys(), ...counts.keys()])
  return new Map(
    [...all].map((id) => [
      id,
      {
        declared: (declared.get(id) ?? []).map(({ kind, words }) => ({ kind, words })),
        notShown: counts.get(id) ?? 0,
      },
    ]),
  )
}

/** Every interest of these comments: for those who moderate them, and nobody else. */
export async function listAllInterests(
  db: Db<CommentTables>,
  ids: readonly CommentId[],
): Promise<ReadonlyMap<CommentId, Interest[]>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('docket.interest')
    .select(['comment_id as id', 'kind', 'words'])
    .where('comment_id', 'in', ids)
    .orderBy('position')
    .execute()
  const byComment = Map.groupBy(rows, ({ id }) => id)
  return new Map([...byComment].map(([id, all]) => [id, all.map(({ kind, words }) => ({ kind, words }))]))
}
