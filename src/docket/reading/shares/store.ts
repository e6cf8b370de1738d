import type { CommentId } from '../../comments/model.ts'
import type { PublicAnswer, PublicAttachment } from '../model.ts'
import { type Docket, type Reading, standing } from '../store.ts'

export interface Shares<One> {
  shown: One[]
  /** How many there are that only those entitled may see. */
  confidential: number
}

/** Answers by comment; of a confidential one nothing but that it is there. */
export async function listAnswers(
  db: Reading,
  ids: readonly CommentId[],
  { questions }: Pick<Docket, 'questions'>,
): Promise<ReadonlyMap<CommentId, Shares<PublicAnswer>>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('docket.answer as answer')
    .innerJoin('docket.comment as comment', 'comment.id', 'answer.comment_id')
    .select(['answer.id', 'answer.comment_id', 'answer.question_id', 'answer.publication'])
    .where('answer.comment_id', 'in', ids)
    .where(standing.posted)
    .orderBy('answer.position')
    .execute()
  const numbers = new Map(questions.map(({ id, number }) => [id, number]))
  return share(rows, ({ id, question_id }) => ({
    id,
    question: question_id ? numbers.get(question_id) : undefined,
  }))
}

interface Shared {
  comment_id: CommentId
  publication: string
}

function share<Row extends Shared, One>(rows: readonly Row[], show: (row: Row) => One) {
  const byComment = Map.groupBy(rows, (row) => row.comment_id)
  return new Map(
    [...byComment].map(([id, own]): [CommentId, Shares<One>] => {
      const open = own.filter((row) => row.publication !== 'confidential')
      return [id, { shown: open.map(show), confidential: own.length - open.length }]
    }),
  )
}

/** Attachments by comment; a file's name is shown only beside its sender's. */
export async function listAttachments(
  db: Reading,
  ids: readonly CommentId[],
): Promise<ReadonlyMap<CommentId, Shares<PublicAttachment>>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('docket.attachment as attachment')
    .innerJoin('docket.comment as comment', 'comment.id', 'attachment.comment_id')
    .selectAll('attachment')
    .select('comment.named')
    .where('attachment.comment_id', 'in', ids)
    .where(standing.posted)
    .orderBy('attachment.position')
    .execute()
  return share(rows, (row) => ({
    id: row.id,
    number: row.position + 1,
    mediaType: row.media_type,
    bytes: row.bytes,
    extraction: row.extraction,
    heldBack: row.held_back,
    file: row.named && !row.held_back ? { name: row.name, sha256: row.sha256 } : undefined,
  }))
}
