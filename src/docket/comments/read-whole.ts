import type { Db } from '../../platform/db/index.ts'
import type { Instant } from '../../platform/time.ts'
import type { LeafId } from '../../record/index.ts'
import type { Question, RequestId } from '../../requests/index.ts'
import {
  confidentialVersions,
  originalVersions,
  type TextsTables,
  type VersionId,
} from '../../texts/index.ts'
import type { Said } from './comment-parts.ts'
import type { Answer, Attachment, CommentId, CommentState, SaidInterests } from './model.ts'
import { findWhole } from './store.ts'
import type { CommentTables } from './tables.ts'

/** A comment with every word of it, the confidential ones too: for its sender, and for those who may screen it. */
export interface WholeComment extends Said {
  id: CommentId
  number: string
  requestId: RequestId
  process: string
  leaf: LeafId
  state: CommentState
  receivedAt: Instant
  withdrawnAt: Instant | undefined
  /** The number of the comment that took its place. */
  supersededBy: string | undefined
  named: boolean
  interests: SaidInterests
}

type Whole = NonNullable<Awaited<ReturnType<typeof findWhole>>>

/** The caller has asked the policy first; `questions` are those of its request. */
export async function readWhole(
  db: Db<CommentTables & TextsTables>,
  number: string,
  questions: readonly Pick<Question, 'id' | 'number'>[],
): Promise<WholeComment | undefined> {
  const whole = await findWhole(db, number)
  if (!whole) return undefined
  const words = await wordsOf(db, whole)
  const { comment } = whole
  return {
    id: comment.id,
    number: comment.number,
    requestId: comment.request_id,
    process: comment.process_id,
    leaf: comment.leaf_id,
    state: comment.state,
    receivedAt: comment.received_at,
    withdrawnAt: comment.withdrawn_at ?? undefined,
    supersededBy: comment.superseded_by_number ?? undefined,
    named: comment.named,
    language: comment.language,
    group: comment.declared_group,
    country: comment.country ?? undefined,
    particulars: {
      name: comment.name ?? undefined,
      email: comment.email ?? undefined,
      organisation: comment.organisation ?? undefined,
      capacity: comment.capacity ?? undefined,
    },
    interests: {
      declared: whole.interests.map(({ kind, words }) => ({ kind, words })),
      confidential: whole.interests.some(({ confidential }) => confidential),
    },
    repliesTo: whole.repliesTo,
    signatories: whole.signatories,
    answers: whole.answers.map((row) => answerOf(row, questions, words)),
    attachments: whole.attachments.map((row) => attachmentOf(row, words)),
  }
}

async function wordsOf(db: Db<TextsTables>, whole: Whole): Promise<ReadonlyMap<VersionId, string>> {
  const all = [...whole.answers, ...whole.attachments]
  const ids = (confidential: boolean) =>
    all.flatMap((row) =>
      row.version_id && (row.publication === 'confidential') === confidential ? [row.version_id] : [],
    )
  const versions = [
    ...(await originalVersions(db, ids(false))),
    ...(await confidentialVersions(db, ids(true))),
  ]
  return new Map(versions.map(({ id, content }) => [id, content?.text ?? '']))
}

function answerOf(
  row: Whole['answers'][number],
  questions: readonly Pick<Question, 'id' | 'number'>[],
  words: ReadonlyMap<VersionId, string>,
): Answer {
  const question = questions.find(({ id }) => id === row.question_id)
  return {
    question: question && { id: question.id, number: question.number },
    text: words.get(row.version_id) ?? '',
    publication: row.publication,
  }
}

function attachmentOf(row: Whole['attachments'][number], words: ReadonlyMap<VersionId, string>): Attachment {
  const { name, bytes, sha256, publication } = row
  const text = row.version_id ? words.get(row.version_id) : undefined
  const extraction = { state: row.extraction, note: row.extraction_note ?? undefined, text }
  return { name, mediaType: row.media_type, bytes, sha256, publication, extraction }
}
