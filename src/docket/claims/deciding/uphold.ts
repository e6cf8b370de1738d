import {
  closeProposal,
  findProposal,
  listRedactions,
  recordDecision,
  standingDecisions,
} from '../../../moderation/index.ts'
import type { Actor } from '../../../participants/index.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { localeFor } from '../../../platform/i18n/index.ts'
import type { Instant } from '../../../platform/time.ts'
import { append } from '../../../record/index.ts'
import type { RequestForComment } from '../../../requests/index.ts'
import { decideIn, type PostingTables } from '../../posting/decide-comment.ts'
import { findToModerate, lockComment, type Waiting } from '../../posting/store.ts'
import { tellPosted } from '../../posting/tell-posted.ts'
import { indexComments } from '../../search/store.ts'
import { NOT_SENT, type Outcome } from '../model.ts'
import { words } from '../words.ts'
import { takeNameOff } from './store.ts'

/** Why nothing was done: somebody was faster, or what stands must be redacted anew. */
export class Undone extends Error {
  readonly why: 'not-as-seen' | 'redacted'

  constructor(why: Undone['why']) {
    super(`The claim was not upheld: ${why}.`)
    this.why = why
  }
}

interface Upheld {
  number: string
  request: RequestForComment
  outcome: Exclude<Outcome, 'rejected'>
  at: Instant
}

/** The name goes off the comment either way, so that it stays off if the comment is posted again. */
export async function uphold(tx: Tx<PostingTables>, moderator: Actor, upheld: Upheld): Promise<void> {
  const comment = await findToModerate(tx, upheld.number)
  if (!comment) throw new Undone('not-as-seen')
  const stands = comment.state === 'posted' && !comment.withdrawn
  const wasNamed = await takeNameOff(tx, comment.id)
  const nameless = { ...comment, named: false }
  if (upheld.outcome === 'withheld') await withhold(tx, moderator, nameless, upheld)
  else if (stands && wasNamed) await postWithoutName(tx, moderator, nameless, upheld)
}

const questionsOf = ({ questions }: RequestForComment) =>
  new Map(questions.map(({ id, number }) => [id, number]))

async function withhold(tx: Tx<PostingTables>, moderator: Actor, comment: Waiting, { request, at }: Upheld) {
  if (comment.state === 'withheld' || comment.withdrawn) return
  const verdict = { act: 'withhold', seen: comment.state, reason: NOT_SENT, explanation: '' } as const
  await overtakeProposal(tx, moderator, comment, at)
  const deciding = { comment, questions: questionsOf(request), verdict, at }
  if ((await decideIn(tx, moderator, deciding)) !== 'decided') throw new Undone('not-as-seen')
}

/** What somebody would withhold for another reason is settled: it is withheld for this one. */
async function overtakeProposal(
  tx: Tx<PostingTables>,
  { person: by }: Actor,
  comment: Waiting,
  at: Instant,
): Promise<void> {
  const [about, process] = [{ kind: 'comment', id: comment.id }, comment.processId]
  if (!(await lockComment(tx, comment, comment.state))) throw new Undone('not-as-seen')
  const proposal = by && (await findProposal(tx, about))
  if (!proposal) return
  if (!(await closeProposal(tx, { id: proposal.id, outcome: 'overtaken', by, at })))
    throw new Undone('not-as-seen')
  await append(tx, { kind: 'withholding-overtaken', about, process, by, at })
}

/** The public log says anew which parts of the comment are shown: those that named nobody. */
async function postWithoutName(
  tx: Tx<PostingTables>,
  { person: by }: Actor,
  comment: Waiting,
  { request, at }: Upheld,
): Promise<void> {
  const about = { kind: 'comment', id: comment.id }
  const standing = (await standingDecisions(tx, 'comment', [comment.id])).get(comment.id)
  const marked = (await listRedactions(tx, about)).length > 0
  if (marked || standing?.act === 'redact') throw new Undone('redacted')
  const [made] = await tellPosted(tx, [comment], questionsOf(request), at)
  if (!made) throw new Error('No leaf was made.')
  const process = comment.processId
  const explanation = words.in(localeFor(request.language))('takenOff')
  const decision = { process, about, act: 'post', reason: NOT_SENT, explanation, by, at } as const
  await recordDecision(tx, { ...decision, redactions: 0, redactedFor: [], leaf: made.leaf.id })
  await append(tx, {
    kind: 'comment-posted',
    about,
    process,
    by,
    at,
    detail: { reason: NOT_SENT, redactions: 0 },
  })
  await indexComments(tx, [comment.id])
}
