import type { RequestId } from '../../requests/index.ts'
import { type Reading, standing } from '../reading/store.ts'
import type { Answered } from './model.ts'

/** Counts what the public can read and nothing else, by the group that the senders declared. */
export async function countAnswersOf(db: Reading, request: RequestId, group: string): Promise<Answered> {
  const rows = await db
    .selectFrom('docket.comment as comment')
    .innerJoin('docket.answer as answer', 'answer.comment_id', 'comment.id')
    .select((row) => ['answer.question_id', row.fn.countAll<number>().as('count')])
    .where('comment.request_id', '=', request)
    .where('comment.declared_group', '=', group)
    .where(standing.posted)
    .where('comment.confidential', '=', false)
    .where('answer.publication', '<>', 'confidential')
    .groupBy('answer.question_id')
    .execute()
  return new Map(rows.flatMap(({ question_id, count }) => (question_id ? [[question_id, count]] : [])))
}
