import { NotFound } from '../../../platform/errors.ts'
import { parseId } from '../../../platform/id.ts'
import type { Seen } from '../../deliberations/seen.ts'
import { takesVotes } from '../../statements/model.ts'
import { withPublicWords } from '../../statements/read-statements.ts'
import { findStatement } from '../../statements/store.ts'
import { type Participant, wordOf } from '../model.ts'
import { drawNext } from '../routing/draw-next.ts'
import { listCandidates } from '../routing/store.ts'
import type { VotingDb } from '../services.ts'
import type { Who } from './code.ts'
import { countDone, findOwnOn, findParticipant, listOwnVotes } from './store.ts'

export interface Asked {
  statement?: string | undefined
  skipped?: string | undefined
  voted?: string | undefined
}

export const skippedIn = (text = ''): number[] =>
  text.split(',').flatMap((one) => (/^[1-9]\d{0,5}$/.test(one) ? [Number(one)] : []))

/** What the voting page shows next to this voter. */
export async function readTurn(db: VotingDb, { deliberation }: Seen, who: Who, asked: Asked) {
  const participant = await findParticipant(db, deliberation.id, who.voter)
  const candidates = await listCandidates(db, deliberation.id, participant?.id)
  const done = participant ? await countDone(db, participant.id) : 0
  const skipped = skippedIn(asked.skipped)
  const left = candidates.filter(({ number }) => !skipped.includes(number))
  const seed = `${participant?.id ?? who.code} ${done} ${skipped.length}`
  const number = asked.statement ? Number(asked.statement) : drawNext(left, seed)?.number
  const statement = number === undefined ? undefined : await votable(db, deliberation.id, number)
  if (asked.statement && !statement) throw new NotFound('No vote is taken on this statement.')
  const own = participant && statement && (await findOwnOn(db, participant.id, statement.number))
  return {
    ...{ participant, statement, done, skipped, all: candidates.length + done },
    last: await lastVote(db, participant, asked.voted),
    before: own && { word: wordOf(own.value), matters: own.matters },
  }
}

async function votable(db: VotingDb, deliberation: Seen['deliberation']['id'], number: number) {
  const found = Number.isInteger(number) ? await findStatement(db, deliberation, number) : undefined
  const [worded] = found && takesVotes(found) ? await withPublicWords(db, [found]) : []
  return worded
}

async function lastVote(db: VotingDb, participant: Participant | undefined, voted = '') {
  const id = parseId<'vote'>(voted)
  return participant && id ? (await listOwnVotes(db, participant.id, id))[0] : undefined
}
