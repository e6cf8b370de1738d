import { type SqlBool, sql } from 'kysely'
import type { ParticipantsTables } from '../../../participants/index.ts'
import type { Db } from '../../../platform/db/index.ts'
import type { CommentId } from '../../comments/model.ts'
import type { CommentTables } from '../../comments/tables.ts'
import type { ShownSignatories } from './model.ts'

const statesShown = ['named', 'confirmed', 'refused', 'withdrawn', 'withheld'] as const

/** The signatories of comments shown with their name; a name that does not sign is not read. */
export async function listShownSignatories(
  db: Db<CommentTables & ParticipantsTables>,
  ids: readonly CommentId[],
): Promise<ReadonlyMap<CommentId, ShownSignatories>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('docket.signatory as signatory')
    .innerJoin('docket.comment as comment', 'comment.id', 'signatory.comment_id')
    .leftJoin('participants.organisation as entered', 'entered.id', 'signatory.organisation')
    .leftJoin('participants.organisation as organisation', (join) =>
      join.on(sql<SqlBool>`organisation.id = coalesce(entered.merged_into, entered.id)`),
    )
    .select(['comment.id', 'signatory.state', 'signatory.verification', 'organisation.slug'])
    .select([
      sql<string | null>`case when signatory.state in ('named', 'confirmed') then signatory.name end`.as(
        'name',
      ),
      'signatory.country',
    ])
    .where('comment.id', 'in', ids)
    .where('comment.state', '=', 'posted')
    .where('comment.withdrawn_at', 'is', null)
    .where('comment.named', '=', true)
    .where('comment.confidential', '=', false)
    .where('signatory.state', 'in', statesShown)
    .orderBy('signatory.position')
    .execute()
  const count = (of: readonly { state: string }[], state: string) =>
    of.filter((one) => one.state === state).length
  return new Map(
    [...Map.groupBy(rows, ({ id }) => id)].map(([id, own]) => [
      id,
      {
        signing: own.flatMap(({ name, country, verification, slug }) =>
          name === null
            ? []
            : [{ name, country: country ?? undefined, verification, slug: slug ?? undefined }],
        ),
        refused: count(own, 'refused'),
        withdrawn: count(own, 'withdrawn'),
        withheld: count(own, 'withheld'),
      },
    ]),
  )
}
