import { sql } from 'kysely'
import type { Tx } from '../../platform/db/index.ts'
import type { Instant } from '../../platform/time.ts'
import type { LeafId } from '../../record/index.ts'
import type { RequestsTables } from '../../requests/index.ts'
import type { CommentId } from '../comments/model.ts'
import type { CommentTables } from '../comments/tables.ts'

type Reading = Tx<CommentTables & RequestsTables>

/** The comments behind these leaves, as far as the public may know them. */
export async function listShownByLeaf(tx: Reading, leaves: readonly LeafId[]) {
  if (leaves.length === 0) return []
  return shown(tx).where('comment.leaf_id', 'in', leaves).execute()
}

/** The same of these comments. */
export async function listShownById(tx: Reading, ids: readonly CommentId[]) {
  if (ids.length === 0) return []
  return shown(tx).where('comment.id', 'in', ids).execute()
}

const inReplyTo = sql<string | null>`(select string_agg(answered.number, ', ' order by answered.number)
  from docket.reply join docket.comment as answered on answered.id = reply.answered_id
  where reply.comment_id = comment.id)`

function shown(tx: Reading) {
  return tx
    .selectFrom('docket.comment as comment')
    .leftJoin('docket.particulars as particulars', (join) =>
      join.onRef('particulars.comment_id', '=', 'comment.id').on('comment.named', '=', true),
    )
    .select(['comment.id', 'comment.leaf_id as leaf', 'comment.named', 'comment.language', 'comment.country'])
    .select(['comment.declared_group as group', 'particulars.name', 'particulars.organisation'])
    .select(['comment.confidential', 'particulars.capacity', inReplyTo.as('inReplyTo')])
    .where('comment.state', '=', 'posted')
    .where('comment.withdrawn_at', 'is', null)
}

export async function listOpenAnswers(tx: Reading, ids: readonly CommentId[]) {
  if (ids.length === 0) return []
  return tx
    .selectFrom('docket.answer as answer')
    .leftJoin('requests.question as question', 'question.id', 'answer.question_id')
    .select([
      'answer.id',
      'answer.comment_id as comment',
      'answer.publication',
      'question.number as question',
    ])
    .where('answer.comment_id', 'in', ids)
    .where('answer.publication', '!=', 'confidential')
    .orderBy('answer.position')
    .execute()
}

export async function listOpenFiles(tx: Reading, ids: readonly CommentId[]) {
  if (ids.length === 0) return []
  return tx
    .selectFrom('docket.attachment')
    .select(['id', 'comment_id as comment', 'position', 'publication', 'name', 'bytes', 'sha256'])
    .select('held_back as heldBack')
    .where('comment_id', 'in', ids)
    .where('publication', '!=', 'confidential')
    .execute()
}

export interface StandingRow {
  id: CommentId
  leaf: LeafId
  number: string
  state: 'screening' | 'posted' | 'withheld' | 'erased'
  withdrawn: boolean
  supersededAt: Instant | null
}

/** How each comment stands, in the order of their leaves' ids. */
export async function listStandings(
  tx: Tx<CommentTables>,
  after: LeafId | undefined,
  limit: number,
): Promise<StandingRow[]> {
  return tx
    .selectFrom('docket.comment as comment')
    .leftJoin('docket.comment as newer', 'newer.id', 'comment.superseded_by')
    .select(['comment.id', 'comment.leaf_id as leaf', 'comment.number', 'comment.state'])
    .select([
      sql<boolean>`comment.withdrawn_at is not null`.as('withdrawn'),
      'newer.received_at as supersededAt',
    ])
    .$if(after !== undefined, (query) => query.where('comment.leaf_id', '>', after ?? null))
    .orderBy('comment.leaf_id')
    .limit(limit)
    .execute()
}
