import {
  type DecisionId,
  findProposal,
  listRedactions,
  type ModerationAct,
  type ModerationTables,
  recordDecision,
  secondLookOf,
} from '../../moderation/index.ts'
import type { Actor, ParticipantsTables } from '../../participants/index.ts'
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
import { proposeWithholding } from './propose-withholding.ts'
import { publishTexts } from './publish-texts.ts'
import type { Redacted } from './redacted-parts.ts'
import {
  holdBackFiles,
  listSentAnswers,
  listSentAttachments,
  lockComment,
  moveComment,
  type Waiting,
} from './store.ts'
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
async function tell(tx: Writing, { person: by }: Actor, deciding: Deciding): Promise<DecisionId> {
  const { comment, verdict, redacted, at } = deciding
  const { act, reason, explanation } = verdict
  const withheld = act === 'withhold'
  const [about, process] = [{ kind: 'comment', id: comment.id }, comment.processId]
  const leaf = withheld ? await tellWithheld(tx, comment, verdict, at) : await publish(tx, deciding)
  const [redactions, redactedFor] = [redacted?.marks.length ?? 0, redacted?.reasons ?? []]
  const left = { redactions, redactedFor }
  const given = { process, about, act, reason, explanation, ...left, by, at, leaf }
  const id = await recordDecision(tx, given)
  const kind = withheld ? 'comment-withheld' : 'comment-posted'
  await append(tx, { kind, about, process, by, at, detail: { reason: reason ?? null, redactions } })
  return id
}

/** Posts a comment, or withholds it, where somebody else must confirm that by a proposal; all of it or nothing. */
export async function decideComment(
  db: Db<PostingTables & ParticipantsTables>,
  moderator: Actor,
  deciding: Deciding,
): Promise<'decided' | 'proposed' | 'not-as-seen'> {
  const { comment, verdict } = deciding
  const { person } = moderator
  return db.transaction().execute(async (tx) => {
    const look =
      verdict.act === 'withhold' && person ? await secondLookOf(tx, comment.processId, person) : undefined
    if (person && look === 'required') return proposeWithholding(tx, person, deciding)
    return decideIn(tx, moderator, deciding)
  })
}

/** What another moderator would withhold is not posted by somebody who has not seen that. */
async function isFree(tx: Writing, { comment, verdict, redacted }: Deciding): Promise<boolean> {
  const about = { kind: 'comment', id: comment.id }
  if (!(await lockComment(tx, comment, verdict.seen))) return false
  if ((await findProposal(tx, about)) !== undefined) return false
  return verdict.act === 'withhold' || isAsMarked(tx, about, redacted)
}

/** The same within a decision about more than the comment; it waits for nobody. */
export async function decideIn(
  tx: Writing,
  moderator: Actor,
  deciding: Deciding,
): Promise<'decided' | 'not-as-seen'> {
  if (!(await isFree(tx, deciding))) return 'not-as-seen'
  return (await enactIn(tx, moderator, deciding)) ? 'decided' : 'not-as-seen'
}

/** State, published texts, decision, entry and leaf; nothing where somebody was faster. */
export async function enactIn(
  tx: Writing,
  moderator: Actor,
  deciding: Deciding,
): Promise<DecisionId | undefined> {
  const { comment, verdict } = deciding
  if (!(await moveComment(tx, comment, verdict.seen, leadsTo[verdict.act]))) return undefined
  const decision = await tell(tx, moderator, deciding)
  await indexComments(tx, [comment.id])
  return decision
}
