import {
  type Decision,
  decisionsAbout,
  findOpenObjection,
  findProposal,
  listReasons,
  listRedactions,
  type ModerationTables,
  type Proposal,
  type Reason,
} from '../../moderation/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Question } from '../../requests/index.ts'
import {
  confidentialVersions,
  originalVersions,
  type TextsTables,
  type TextVersion,
  type VersionId,
} from '../../texts/index.ts'
import { listSigning } from '../comments/signatories/store.ts'
import type { CommentTables } from '../comments/tables.ts'
import {
  findParticulars,
  listSentAnswers,
  listSentAttachments,
  type SentAnswer,
  type SentAttachment,
  type Waiting,
} from './store.ts'

type Reading = Db<CommentTables & TextsTables & ModerationTables>

/** A text before anything is decided; nothing where the viewer may not read it. */
export type SentText = { text: string } | 'hidden' | 'erased' | undefined

export interface WholeWaiting {
  comment: Waiting
  particulars: { name: string | null; organisation: string | null } | undefined
  answers: readonly { sent: SentAnswer; question: Question | undefined; text: SentText }[]
  attachments: readonly { sent: SentAttachment; text: SentText }[]
  /** The names that sign a joint comment beside its sender. */
  signatories: readonly string[]
  decisions: readonly Decision[]
  reasons: readonly Reason[]
  /** What another moderator would withhold, or the reader would. */
  proposal: Proposal | undefined
  /** Whether its sender objects, and waits for an answer. */
  objected: boolean
  /** How many places are marked to be left out. */
  marks: number
}

type Sent = Pick<SentAnswer, 'publication'> & { version: VersionId | null }

/** The original words: those that are confidential only for those whom the policy lets read them. */
async function readTexts(db: Reading, sent: readonly Sent[], mayReadConfidential: boolean) {
  const ids = (confidential: boolean) =>
    sent
      .filter(({ publication }) => (publication === 'confidential') === confidential)
      .flatMap(({ version }): VersionId[] => (version ? [version] : []))
  const found = [
    ...(await originalVersions(db, ids(false))),
    ...(mayReadConfidential ? await confidentialVersions(db, ids(true)) : []),
  ]
  const versions = new Map<VersionId, TextVersion>(found.map((version) => [version.id, version]))
  return ({ publication, version }: Sent): SentText => {
    if (!version) return undefined
    if (publication === 'confidential' && !mayReadConfidential) return 'hidden'
    return versions.get(version)?.content ?? 'erased'
  }
}

/** All that was sent, for those who decide what becomes public. */
export async function readWaiting(
  db: Reading,
  comment: Waiting,
  questions: readonly Question[],
  mayReadConfidential: boolean,
): Promise<WholeWaiting> {
  const [answers, attachments, particulars, decisions, reasons, marks, proposal, objection, signatories] =
    await Promise.all([
      listSentAnswers(db, [comment.id]),
      listSentAttachments(db, [comment.id]),
      findParticulars(db, comment.id),
      decisionsAbout(db, 'comment', comment.id),
      listReasons(db),
      listRedactions(db, { kind: 'comment', id: comment.id }),
      findProposal(db, { kind: 'comment', id: comment.id }),
      findOpenObjection(db, { kind: 'comment', id: comment.id }),
      listSigning(db, comment.id),
    ])
  const textOf = await readTexts(db, [...answers, ...attachments], mayReadConfidential)
  return {
    comment,
    particulars,
    answers: answers.map((sent) => ({
      sent,
      question: questions.find(({ id }) => id === sent.question),
      text: textOf(sent),
    })),
    attachments: attachments.map((sent) => ({ sent, text: textOf(sent) })),
    signatories: signatories.map(({ name }) => name),
    decisions,
    reasons,
    proposal,
    objected: objection !== undefined,
    marks: marks.length,
  }
}
