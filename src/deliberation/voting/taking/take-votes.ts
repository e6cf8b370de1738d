import type { Tx } from '../../../platform/db/index.ts'
import { newId } from '../../../platform/id.ts'
import type { StatementId } from '../../statements/model.ts'
import type { CastVote, ParticipantId, TakenVote, VoteValue } from '../model.ts'
import type { VotesTables } from '../tables.ts'
import { hashOfVote, newSalt } from '../vote-text.ts'
import {
  type Counting,
  changeTally,
  findVoters,
  insertCounting,
  insertLogged,
  insertReasons,
  insertVoters,
  keyOfVoter,
  type LoggedVote,
  listVotable,
  lockCounting,
  pairOf,
  type TallyChange,
  updateCounting,
  type VoterOf,
} from './store.ts'

type Writing = Tx<VotesTables>

/** What became of a vote: taken, or cast on words that no vote is taken on. */
export type Answer = TakenVote | 'not-votable'

interface Ready extends CastVote {
  participant: ParticipantId
  textSha256: string
}

/**
 * Takes votes that came at the same moment: who they are, the log, what counts and the counts stand or fall together.
 * Of two by one participant on one statement the later counts, and both are in the log.
 */
export async function takeVotes(tx: Writing, votes: readonly CastVote[]): Promise<Answer[]> {
  const votable = await listVotable(tx, [...new Set(votes.map(({ statement }) => statement))])
  const fits = ({ statement, deliberation }: CastVote) =>
    votable.get(statement)?.deliberation === deliberation
  const voters = await findOrMakeVoters(tx, votes.filter(fits))
  const ready = votes.map((vote): Ready | undefined => {
    const participant = voters.get(keyOfVoter({ ...vote.voter, deliberation: vote.deliberation }))
    const words = votable.get(vote.statement)
    return participant && words && fits(vote)
      ? { ...vote, participant, textSha256: words.textSha256 }
      : undefined
  })
  const answers = new Map<Ready, TakenVote>()
  for (const round of roundsOf(ready.flatMap((one) => one ?? [])))
    for (const [vote, answer] of await castRound(tx, round)) answers.set(vote, answer)
  return ready.map((one) => (one && answers.get(one)) ?? 'not-votable')
}

async function findOrMakeVoters(tx: Writing, votes: readonly CastVote[]) {
  const all = new Map<string, VoterOf & { at: CastVote['at'] }>()
  for (const { voter, deliberation, at } of votes) {
    const one = { ...voter, deliberation, at }
    if (!all.has(keyOfVoter(one))) all.set(keyOfVoter(one), one)
  }
  const known = await findVoters(tx, [...all.values()])
  const fresh = [...all].filter(([key]) => !known.has(key)).map(([, one]) => one)
  if (fresh.length === 0) return known
  await insertVoters(tx, fresh)
  return new Map([...known, ...(await findVoters(tx, fresh))])
}

/** In each round a participant votes at most once on a statement. */
function roundsOf(votes: readonly Ready[]): Ready[][] {
  const rounds: Ready[][] = []
  const turns = new Map<string, number>()
  for (const vote of votes) {
    const turn = turns.get(pairOf(vote)) ?? 0
    turns.set(pairOf(vote), turn + 1)
    rounds[turn] = [...(rounds[turn] ?? []), vote]
  }
  return rounds
}

const sameVote = (vote: Ready, held: Counting) =>
  held.value === vote.value && held.matters === vote.matters && vote.reason === ''

async function castRound(tx: Writing, votes: readonly Ready[]): Promise<[Ready, TakenVote][]> {
  const made = votes.map((vote) => ({ vote, logged: logOf(vote) }))
  const added = await insertCounting(
    tx,
    made.map(({ logged }) => logged),
  )
  const rest = votes.filter((vote) => !added.has(pairOf(vote)))
  const held = rest.length > 0 ? await lockCounting(tx, rest) : new Map<string, never>()
  const again = (vote: Ready) => {
    const before = held.get(pairOf(vote))
    return before && sameVote(vote, before) ? before : undefined
  }
  const fresh = made.filter(({ vote }) => !again(vote))
  await insertLogged(
    tx,
    fresh.map(({ logged }) => logged),
  )
  await updateCounting(
    tx,
    fresh.flatMap(({ logged }) => (held.has(pairOf(logged)) ? [logged] : [])),
  )
  await changeTally(
    tx,
    changesOf(fresh.map(({ logged }) => ({ logged, before: held.get(pairOf(logged))?.value }))),
  )
  await keepReasons(tx, fresh)
  return made.map(({ vote, logged }) => {
    const before = again(vote)
    const { participant } = vote
    return [
      vote,
      { participant, id: before?.log ?? logged.log, at: before?.at ?? vote.at, again: before !== undefined },
    ]
  })
}

function logOf({ deliberation, participant, statement, value, matters, at, textSha256 }: Ready): LoggedVote {
  const [log, salt] = [newId<'vote'>(at.getTime()), newSalt()]
  const hash = hashOfVote({ id: log, deliberation, statement, textSha256, value, matters, at, salt })
  return { log, deliberation, participant, statement, value, matters, at, salt, hash }
}

async function keepReasons(
  tx: Writing,
  fresh: readonly { vote: Ready; logged: LoggedVote }[],
): Promise<void> {
  const given = fresh.filter(({ vote }) => vote.reason !== '')
  await insertReasons(
    tx,
    given.map(({ vote: { deliberation, reason: words, at }, logged: { log } }) => ({
      deliberation,
      log,
      words,
      at,
    })),
  )
}

const field = (value: VoteValue) => (value > 0 ? 'agree' : value < 0 ? 'disagree' : 'pass')

function changesOf(
  votes: readonly { logged: LoggedVote; before: VoteValue | undefined }[],
): Map<StatementId, TallyChange> {
  const changes = new Map<StatementId, TallyChange>()
  for (const { logged, before } of votes) {
    const change = changes.get(logged.statement) ?? { agree: 0, disagree: 0, pass: 0 }
    change[field(logged.value)] += 1
    if (before !== undefined) change[field(before)] -= 1
    changes.set(logged.statement, change)
  }
  return changes
}
