import {
  listRedactions,
  type ModerationAct,
  type ModerationTables,
  recordDecision,
} from '../../moderation/index.ts'
import type { Actor } from '../../participants/index.ts'
import type { Db, Tx } from '../../platform/db/index.ts'
import type { Ref } from '../../platform/ref.ts'
import type { Instant } from '../../platform/time.ts'
import { append, appendLeaf, type LeafId, partOf, type RecordTables } from '../../record/index.ts'
import type { QuestionId } from '../../requests/index.ts'
import type { TextsTables } from '../../texts/index.ts'
import type { CommentState } from '../comments/model.ts'
import type { CommentTables } from '../comments/tables.ts'
import { indexComments } from '../search/store.ts'
import { leadsTo } from './model.ts'
import { publishTexts } from './publish-texts.ts'
import type { Redacted } from './redacted-parts.ts'
import { holdBackFiles, listSentAnswers, listSentAttachments, moveComment, type Waiting } from './store.ts'
import { tellPosted } from './tell-posted.ts'

export type PostingTables = CommentTables & TextsTables & RecordTables & ModerationTables

export interface Verdict {
  act: Exclude<ModerationAct, 'erase'>
  /** The state in which the moderator saw the comment. */
  seen: CommentState
  /** The code of the reason. */
  reason: string | undefined
  explanation: string
}

type Writing = Tx<PostingTables>

export interface Deciding {
  comment: Waiting
  questions: ReadonlyMap<QuestionId, number>
  verdict: Verdict
  /** What is left out, where the act is to redact. */
  redacted?: Redacted | undefined
  at: Instant
}

/** Nothing is posted whole of which something is marked, nor with other marks than those that were searched for. */
async function isAsMarked(tx: Writing, about: Ref, redacted: Redacted | undefined): Promise<boolean> {
  const marked = (await listRedactions(tx, about)).map(({ id }) => id)
  return marked.join() === (redacted?.marks ?? []).join()
}

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

async function publish(tx: Writing, { comment, questions, redacted, at }: Deciding): Promise<LeafId> {
  const answers = await listSentAnswers(tx, [comment.id])
  const attachments = await listSentAttachments(tx, [comment.id])
  await publishTexts(tx, { answers, attachments }, at, redacted)
  await holdBackFiles(tx, comment.id, redacted?.heldBack ?? new Set())
  const [made] = await tellPosted(tx, [comment], questions, at, redacted)
  if (!made) throw new Error('No leaf was made.')
  return made.leaf.id
}

/** The texts that the public reads, the decision, its entry and its leaf. */
async function tell(tx: Writing, { person: by }: Actor, deciding: Deciding): Promise<void> {
  const { comment, verdict, redacted, at } = deciding
  const { act, reason, explanation } = verdict
  const withheld = act === 'withhold'
  const [about, process] = [{ kind: 'comment', id: comment.id }, comment.processId]
  const leaf = withheld ? await tellWithheld(tx, comment, verdict, at) : await publish(tx, deciding)
  const [redactions, redactedFor] = [redacted?.marks.length ?? 0, redacted?.reasons ?? []]
  const left = { redactions, redactedFor }
  await recordDecision(tx, { process, about, act, reason, explanation, ...left, by, at, leaf })
  const kind = withheld ? 'comment-withheld' : 'comment-posted'
  await append(tx, { kind, about, process, by, at, detail: { reason: reason ?? null, redactions } })
}

/** Posts or withholds a comment: state, published texts, decision, entry and leaf stand or fall together. */
export async function decideComment(
  db: Db<PostingTables>,
  moderator: Actor,
  deciding: Deciding,
): Promise<'decided' | 'not-as-seen'> {
  return db.transaction().execute((tx) => decideIn(tx, moderator, deciding))
}

/** The same within a decision about more than the comment. */
export async function decideIn(
  tx: Writing,
  moderator: Actor,
  deciding: Deciding,
): Promise<'decided' | 'not-as-seen'> {
  const { comment, verdict, redacted } = deciding
  const { act, seen } = verdict
  const about = { kind: 'comment', id: comment.id }
  if (act !== 'withhold' && !(await isAsMarked(tx, about, redacted))) return 'not-as-seen'
  if (!(await moveComment(tx, comment, seen, leadsTo[act]))) return 'not-as-seen'
  await tell(tx, moderator, deciding)
  await indexComments(tx, [comment.id])
  return 'decided'
}
