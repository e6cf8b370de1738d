import { closeProposal, confirmProposal, findProposal, type Proposal } from '../../moderation/index.ts'
import type { Actor, PersonId } from '../../participants/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { append } from '../../record/index.ts'
import type { CommentState } from '../comments/model.ts'
import { type Deciding, enactIn, type PostingTables } from './decide-comment.ts'
import { lockComment } from './store.ts'

export interface ProposalAnswer {
  act: 'confirm' | 'turn-down' | 'take-back'
  /** The proposal as its answerer saw it, and the state of the comment. */
  proposal: string
  seen: CommentState
  /** Why it is turned down. */
  why: string
}

type Answering = Pick<Deciding, 'comment' | 'questions' | 'at'> & { answer: ProposalAnswer }
type Writing = Parameters<typeof enactIn>[0]

/** Confirms, turns down or takes back what one moderator proposed; nothing where somebody was faster. */
export async function answerProposal(
  db: Db<PostingTables>,
  moderator: Actor,
  answering: Answering,
): Promise<'answered' | 'not-as-seen' | 'own-proposal'> {
  const { comment, answer } = answering
  const { person } = moderator
  return db.transaction().execute(async (tx) => {
    const locked = answer.seen !== 'withheld' && (await lockComment(tx, comment, answer.seen))
    const proposal = await findProposal(tx, { kind: 'comment', id: comment.id })
    if (!locked || !proposal || person === undefined || proposal.id !== answer.proposal) return 'not-as-seen'
    if ((proposal.by === person) !== (answer.act === 'take-back')) return 'own-proposal'
    if (answer.act === 'confirm') await confirm(tx, moderator, person, proposal, answering)
    else await close(tx, person, proposal, answering)
    return 'answered'
  })
}

/** Comment and proposal are locked and as they were seen: what fails now undoes all of it. */
async function confirm(
  tx: Writing,
  moderator: Actor,
  by: PersonId,
  { id, reason, explanation }: Proposal,
  { comment, questions, at, answer }: Answering,
): Promise<void> {
  const verdict = { act: 'withhold', seen: answer.seen, reason, explanation } as const
  const decision = await enactIn(tx, moderator, { comment, questions, verdict, at })
  if (!decision || !(await confirmProposal(tx, { id, by, at }, decision)))
    throw new Error('A proposal to withhold was not confirmed.')
}

const kinds = { 'turn-down': 'withholding-turned-down', 'take-back': 'withholding-taken-back' } as const
const outcomes = { 'turn-down': 'turned-down', 'take-back': 'taken-back' } as const

async function close(tx: Writing, by: PersonId, { id, about }: Proposal, { comment, at, answer }: Answering) {
  const act = answer.act === 'turn-down' ? 'turn-down' : 'take-back'
  const why = act === 'turn-down' ? answer.why : ''
  if (!(await closeProposal(tx, { id, outcome: outcomes[act], by, at, why })))
    throw new Error('A proposal to withhold was not closed.')
  await append(tx, { kind: kinds[act], about, process: comment.processId, by, at })
}
