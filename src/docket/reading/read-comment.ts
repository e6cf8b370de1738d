import { type Decision, decisionsAbout } from '../../moderation/index.ts'
import { listStakeholderGroups } from '../../participants/index.ts'
import type { RequestForComment } from '../../requests/index.ts'
import { isLateShown, type PublicAttachment, type PublicComment, type PublishedText } from './model.ts'
import { type ReadingDb, reasonNames } from './read-docket.ts'
import { answerRef, attachmentRef, readTexts } from './read-texts.ts'
import { listReplies, type Reply } from './replies/store.ts'
import { listAnswers, listAttachments } from './shares/store.ts'
import { noSignatories, type ShownSignatories } from './signatories/model.ts'
import { listShownSignatories } from './signatories/store.ts'
import { findNeighbours, findSuperseded } from './store.ts'

export interface ReadAnswer {
  question: { number: number; text: string } | undefined
  text: PublishedText
}

export interface WholeComment {
  comment: PublicComment
  late: boolean
  answers: readonly ReadAnswer[]
  attachments: readonly (PublicAttachment & { hasText: boolean })[]
  confidential: { answers: number; attachments: number }
  supersedes: string | undefined
  decisions: readonly Decision[]
  reasons: ReadonlyMap<string, string>
  groups: ReadonlyMap<string, { name: string; shortName: string }>
  neighbours: { previous: string | undefined; next: string | undefined }
  /** Posted comments that answer it. */
  replies: readonly Reply[]
  /** Who signs it beside its sender. */
  signatories: ShownSignatories
}

async function readAnswers(db: ReadingDb, { id, shown }: PublicComment, request: RequestForComment) {
  const { shown: answers = [], confidential = 0 } = (await listAnswers(db, [id], request)).get(id) ?? {}
  const texts = await readTexts(db, answers.map(answerRef))
  const read = answers.flatMap((answer): ReadAnswer[] => {
    const found = texts.get(answer.id)
    if (!found?.content || !shown) return []
    const text = { text: found.content.text, language: found.language ?? shown.language }
    return [{ question: request.questions.find(({ number }) => number === answer.question), text }]
  })
  return { read, confidential }
}

async function readAttachments(db: ReadingDb, { id }: PublicComment) {
  const { shown = [], confidential = 0 } = (await listAttachments(db, [id])).get(id) ?? {}
  const texts = await readTexts(db, shown.map(attachmentRef))
  const read = shown.map((one) => ({ ...one, hasText: texts.get(one.id)?.content !== undefined }))
  return { read, confidential }
}

/** All that the public may know of one comment. */
export async function readComment(
  db: ReadingDb,
  comment: PublicComment,
  request: RequestForComment,
): Promise<WholeComment> {
  const [answers, attachments, supersedes, decisions, reasons, groups, neighbours, replies, signatories] =
    await Promise.all([
      readAnswers(db, comment, request),
      readAttachments(db, comment),
      comment.standing === 'posted' ? findSuperseded(db, comment.id) : undefined,
      decisionsAbout(db, 'comment', comment.id),
      reasonNames(db),
      listStakeholderGroups(db),
      findNeighbours(db, request, comment),
      listReplies(db, comment.id),
      listShownSignatories(db, [comment.id]),
    ])
  return {
    comment,
    late: isLateShown(request.deadline.at, comment),
    answers: answers.read,
    attachments: attachments.read,
    confidential: { answers: answers.confidential, attachments: attachments.confidential },
    supersedes,
    decisions,
    reasons,
    groups: new Map(groups.map((group) => [group.slug, group])),
    neighbours,
    replies,
    signatories: signatories.get(comment.id) ?? noSignatories,
  }
}
