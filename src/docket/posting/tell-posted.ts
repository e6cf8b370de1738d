import type { Tx } from '../../platform/db/index.ts'
import type { Instant } from '../../platform/time.ts'
import { appendLeaves, labelsOf, type MadeLeaf, makeLeaf, type RecordTables } from '../../record/index.ts'
import type { QuestionId } from '../../requests/index.ts'
import { answerLabel, attachmentLabel } from '../comments/comment-parts.ts'
import type { CommentId } from '../comments/model.ts'
import type { CommentTables } from '../comments/tables.ts'
import { type Allowed, partsShown } from './model.ts'
import { listSentAnswers, listSentAttachments, type Waiting } from './store.ts'

export type Posted = Pick<Waiting, 'id' | 'number' | 'processId' | 'named' | 'confidential' | 'leaf'>
type Writing = Tx<CommentTables & RecordTables>

/** What their senders let be shown of these comments. */
async function allowedOf(
  tx: Writing,
  comments: readonly Posted[],
  questions: ReadonlyMap<QuestionId, number>,
): Promise<(comment: Posted) => Allowed> {
  const ids = comments.map(({ id }) => id)
  const answers = Map.groupBy(await listSentAnswers(tx, ids), ({ comment }): CommentId => comment)
  const attachments = Map.groupBy(await listSentAttachments(tx, ids), ({ comment }): CommentId => comment)
  return ({ id, named, confidential }) => ({
    ...{ named, confidential },
    answers: (answers.get(id) ?? []).map(({ question, publication }) => ({
      label: answerLabel(question ? questions.get(question) : undefined),
      publication,
    })),
    attachments: (attachments.get(id) ?? []).map(({ position, publication }) => ({
      label: attachmentLabel(position),
      publication,
    })),
  })
}

/** Says in the public log which parts of these comments are posted: answers their new leaves, in order. */
export async function tellPosted(
  tx: Writing,
  comments: readonly Posted[],
  questions: ReadonlyMap<QuestionId, number>,
  at: Instant,
): Promise<MadeLeaf[]> {
  const allowed = await allowedOf(tx, comments, questions)
  const labels = await labelsOf(
    tx,
    comments.map(({ leaf }) => leaf),
  )
  const made = comments.map((comment) =>
    makeLeaf({
      kind: 'comment-posted',
      number: comment.number,
      process: comment.processId,
      received: at,
      about: comment.leaf,
      aboutParts: partsShown(labels.get(comment.leaf) ?? [], allowed(comment)),
    }),
  )
  await appendLeaves(tx, made)
  return made
}
