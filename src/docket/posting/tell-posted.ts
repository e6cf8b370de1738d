import type { Tx } from '../../platform/db/index.ts'
import type { Instant } from '../../platform/time.ts'
import {
  appendLeaves,
  labelOf,
  labelsOf,
  type MadeLeaf,
  makeLeaf,
  type Part,
  type RecordTables,
} from '../../record/index.ts'
import type { QuestionId } from '../../requests/index.ts'
import { answerLabel, attachmentLabel } from '../comments/comment-parts.ts'
import type { CommentId } from '../comments/model.ts'
import type { CommentTables } from '../comments/tables.ts'
import { type Allowed, partsShown } from './model.ts'
import { leftOutBy, type Redacted, redactedParts } from './redacted-parts.ts'
import { listSentAnswers, listSentAttachments, type Waiting } from './store.ts'

export type Posted = Pick<Waiting, 'id' | 'number' | 'processId' | 'named' | 'confidential' | 'leaf'>
type Writing = Tx<CommentTables & RecordTables>

/** What their senders let be shown of these comments. */
async function allowedOf(
  tx: Writing,
  comments: readonly Posted[],
  questions: ReadonlyMap<QuestionId, number>,
  redacted: Redacted | undefined,
): Promise<(comment: Posted) => { allowed: Allowed; parts: Part[] }> {
  const ids = comments.map(({ id }) => id)
  const answers = Map.groupBy(await listSentAnswers(tx, ids), ({ comment }): CommentId => comment)
  const attachments = Map.groupBy(await listSentAttachments(tx, ids), ({ comment }): CommentId => comment)
  return ({ id, named, confidential }) => {
    const said = (answers.get(id) ?? []).map((answer) => ({
      ...answer,
      label: answerLabel(answer.question ? questions.get(answer.question) : undefined),
    }))
    const files = (attachments.get(id) ?? []).map((file) => ({
      ...file,
      label: attachmentLabel(file.position),
    }))
    const parts = redacted ? partsToTell(redacted, said, files) : []
    const held = files.filter((file) => redacted?.heldBack.has(file.id)).map(({ label }) => label)
    const leftOut = [...held, ...leftOutBy(parts.map(labelOf))]
    return { allowed: { named, confidential, answers: said, attachments: files, leftOut }, parts }
  }
}

interface Sent {
  id: string
  label: string
}

function partsToTell(redacted: Redacted, answers: readonly Sent[], attachments: readonly Sent[]): Part[] {
  const find = (attachment: boolean) => (sent: Sent) => {
    const words = redacted.texts.get(sent.id)
    return words ? [{ label: sent.label, attachment, words }] : []
  }
  return redactedParts(redacted, [...answers.flatMap(find(false)), ...attachments.flatMap(find(true))])
}

/** Says in the public log which parts of these comments are posted: answers their new leaves, in order. */
export async function tellPosted(
  tx: Writing,
  comments: readonly Posted[],
  questions: ReadonlyMap<QuestionId, number>,
  at: Instant,
  redacted?: Redacted | undefined,
): Promise<MadeLeaf[]> {
  const find = await allowedOf(tx, comments, questions, redacted)
  const labels = await labelsOf(
    tx,
    comments.map(({ leaf }) => leaf),
  )
  const made = comments.map((comment) => {
    const { allowed, parts } = find(comment)
    return makeLeaf({
      kind: 'comment-posted',
      number: comment.number,
      process: comment.processId,
      received: at,
      about: comment.leaf,
      aboutParts: partsShown(labels.get(comment.leaf) ?? [], allowed),
      parts,
    })
  })
  await appendLeaves(tx, made)
  return made
}
