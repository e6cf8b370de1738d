import { type ModerationAct, type ModerationTables, recordDecision } from '../../moderation/index.ts'
import type { Actor } from '../../participants/index.ts'
import type { Db, Tx } from '../../platform/db/index.ts'
import type { Instant } from '../../platform/time.ts'
import { append, appendLeaf, type LeafId, partOf, type RecordTables } from '../../record/index.ts'
import type { QuestionId } from '../../requests/index.ts'
import type { TextsTables } from '../../texts/index.ts'
import type { CommentState } from '../comments/model.ts'
import type { CommentTables } from '../comments/tables.ts'
import { indexComments } from '../search/store.ts'
import { leadsTo } from './model.ts'
import { publishTexts } from './publish-texts.ts'
import { listSentAnswers, listSentAttachments, moveComment, type Waiting } from './store.ts'
import { tellPosted } from './tell-posted.ts'

export type PostingTables = CommentTables & TextsTables & RecordTables & ModerationTables

export interface Verdict {
  act: ModerationAct
  /** The state in which the moderator saw the comment. */
  seen: CommentState
  /** The code of the reason. */
  reason: string | undefined
  explanation: string
}

type Writing = Tx<PostingTables>

/** What stands in the public log beside a withheld comment, word for word. */
export function reasonPart({ reason, explanation }: { reason?: string | undefined; explanation: string }) {
  return partOf('reason', [reason, explanation].filter(Boolean).join(': '))
}

async function tellWithheld(tx: Writing, comment: Waiting, verdict: Verdict, at: Instant): Promise<LeafId> {
  const { leaf } = await appendLeaf(tx, {
    kind: 'comment-withheld',
    number: comment.number,
    process: comment.processId,
    received: at,
    about: comment.leaf,
    parts: [reasonPart(verdict)],
  })
  return leaf.id
}

async function publish(
  tx: Writing,
  comment: Waiting,
  questions: ReadonlyMap<QuestionId, number>,
  at: Instant,
): Promise<LeafId> {
  const answers = await listSentAnswers(tx, [comment.id])
  const attachments = await listSentAttachments(tx, [comment.id])
  await publishTexts(tx, { answers, attachments }, at)
  const [made] = await tellPosted(tx, [comment], questions, at)
  if (!made) throw new Error('No leaf was made.')
  return made.leaf.id
}

/** Posts or withholds a comment: state, published texts, decision, entry and leaf stand or fall together. */
export async function decideComment(
  db: Db<PostingTables>,
  moderator: Actor,
  {
    comment,
    questions,
    verdict,
    at,
  }: {
    comment: Waiting
    questions: ReadonlyMap<QuestionId, number>
    verdict: Verdict
    at: Instant
  },
): Promise<'decided' | 'not-as-seen'> {
  const { act, seen, reason, explanation } = verdict
  const about = { kind: 'comment', id: comment.id }
  const [process, by] = [comment.processId, moderator.person]
  return db.transaction().execute(async (tx) => {
    if (!(await moveComment(tx, comment.id, seen, leadsTo[act]))) return 'not-as-seen'
    const leaf =
      act === 'post'
        ? await publish(tx, comment, questions, at)
        : await tellWithheld(tx, comment, verdict, at)
    await indexComments(tx, [comment.id])
    await recordDecision(tx, { process, about, act, reason, explanation, by, at, leaf })
    const kind = act === 'post' ? 'comment-posted' : 'comment-withheld'
    await append(tx, { kind, about, process, by, at, detail: { reason: reason ?? null } })
    return 'decided'
  })
}
