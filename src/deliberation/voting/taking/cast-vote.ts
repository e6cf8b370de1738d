import type { Actor } from '../../../participants/index.ts'
import { cleanText } from '../../../platform/text/index.ts'
import type { Seen } from '../../deliberations/seen.ts'
import { LONGEST_REASON, type TakenVote, type VoteWord, voteValueOf, voteWords } from '../model.ts'
import { mayVote, whoIs } from '../own/code.ts'
import type { Voting } from '../services.ts'
import type { WordKey } from '../words.ts'
import type { KnownDeliberations } from './known.ts'

/** A vote as a form or a program sends it. */
export interface SentVote {
  statement: number
  vote: string
  matters: boolean
  reason: string
  code: string | undefined
  /** The address it was sent from: what stands for its network is kept, and never the address. */
  from: string
}

export type Cast =
  | { taken: TakenVote; word: VoteWord; code: string | undefined }
  | { refused: WordKey; mendable: boolean }

const refuse = (refused: WordKey, mendable = false): Cast => ({ refused, mendable })

/** What pages and API both do: asks the rule, reads the vote, and answers once it is kept. */
export async function castVote(
  voting: Voting & KnownDeliberations,
  seen: Seen,
  viewer: Actor,
  { statement: number, vote, matters, reason: typed, code, from }: SentVote,
): Promise<Cast> {
  const at = voting.clock.now()
  const may = await mayVote(voting, seen, viewer)
  if ('why' in may) return refuse(may.why)
  const word = voteWords.find((one) => one === vote)
  if (!word) return refuse('voteMissing', true)
  const reason = cleanText(typed).text.trim()
  if ([...reason].length > LONGEST_REASON) return refuse('reasonLong', true)
  const statement = await voting.statementOf(seen, number)
  if (!statement) return refuse('not-votable')
  const who = whoIs(viewer, code, may.standing)
  const deliberation = seen.deliberation.id
  const value = voteValueOf(word)
  const voter = { ...who.voter, network: voting.networkOf(seen, from) }
  const taken = await voting.take({ deliberation, voter, statement, value, matters, reason, at })
  return taken === 'not-votable' ? refuse(taken) : { taken, word, code: who.code }
}
