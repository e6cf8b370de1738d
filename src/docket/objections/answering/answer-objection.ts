import {
  closeObjection,
  decidersOf,
  findOpenObjection,
  mayAnswer,
  moderatorRoles,
  type Objection,
  removeRedactions,
} from '../../../moderation/index.ts'
import { type Actor, findPerson, listHolders, type ParticipantsTables } from '../../../participants/index.ts'
import type { Db, Tx } from '../../../platform/db/index.ts'
import type { CommentId, CommentState } from '../../comments/model.ts'
import { type Deciding, decideIn, type PostingTables } from '../../posting/decide-comment.ts'
import { findAddressed, lockComment } from '../../posting/store.ts'

export interface ObjectionAnswer {
  act: 'post' | 'turn-down'
  /** The objection as its answerer saw it, and the state of the comment. */
  objection: string
  seen: CommentState
  /** Why it is turned down. */
  why: string
}

type Tables = PostingTables & ParticipantsTables
type Answering = Pick<Deciding, 'comment' | 'questions' | 'at'> & { answer: ObjectionAnswer }

/** Nobody answers an objection about a comment that came with their own address. */
async function isSender(db: Db<Tables>, person: Actor['person'], comment: string): Promise<boolean> {
  const [account, sender] = [
    person && (await findPerson(db, person)),
    await findAddressed(db, comment as CommentId),
  ]
  return account?.email !== undefined && account.email.toLowerCase() === sender?.email.toLowerCase()
}

/** Whether this moderator may answer: not its sender, nor one who decided before, while there is another. */
export async function isOpenTo(
  db: Db<Tables>,
  { person }: Pick<Actor, 'person'>,
  { about, decision, process }: Pick<Objection, 'about' | 'decision' | 'process'>,
): Promise<boolean> {
  if (await isSender(db, person, about.id)) return false
  const moderators = (await listHolders(db, moderatorRoles, process)).map(({ id }) => id)
  return mayAnswer(person, await decidersOf(db, decision), moderators)
}

class NotAsSeen extends Error {}

/** Posts all of the comment, which upholds the objection, or turns it down; nothing where somebody was faster. */
export async function answerObjection(
  db: Db<Tables>,
  moderator: Actor,
  answering: Answering,
): Promise<'answered' | 'not-as-seen' | 'decided-before'> {
  const { comment, answer } = answering
  try {
    return await db.transaction().execute(async (tx) => {
      const locked = await lockComment(tx, comment, answer.seen)
      const objection = await findOpenObjection(tx, { kind: 'comment', id: comment.id })
      if (!locked || objection?.id !== answer.objection) return 'not-as-seen'
      if (!(await isOpenTo(tx, moderator, objection))) return 'decided-before'
      if (answer.act === 'post') await post(tx, moderator, answering)
      else await turnDown(tx, moderator, answering)
      return 'answered'
    })
  } catch (error) {
    if (error instanceof NotAsSeen) return 'not-as-seen'
    throw error
  }
}

/** Nothing is left out any more; the decision itself ends the objection. */
async function post(tx: Tx<Tables>, moderator: Actor, { answer, ...about }: Answering): Promise<void> {
  await removeRedactions(tx, { kind: 'comment', id: about.comment.id })
  const verdict = { act: 'post', seen: answer.seen, reason: undefined, explanation: '' } as const
  if ((await decideIn(tx, moderator, { ...about, verdict })) !== 'decided') throw new NotAsSeen()
}

async function turnDown(tx: Tx<Tables>, { person: by }: Actor, { comment, at, answer }: Answering) {
  const about = { kind: 'comment', id: comment.id }
  const { why } = answer
  if (!(await closeObjection(tx, { about, outcome: 'turned-down', by, at, why }))) throw new NotAsSeen()
}
