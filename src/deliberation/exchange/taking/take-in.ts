import { newId } from '../../../platform/id.ts'
import { after, type Instant, parseInstant } from '../../../platform/time.ts'
import type { Process } from '../../../processes/index.ts'
import { append, appendLeaf, appendLeaves, makeLeaf, partsOfText, proveEach } from '../../../record/index.ts'
import { addVersions } from '../../../texts/index.ts'
import { type Deliberation, quotedNumber } from '../../deliberations/model.ts'
import { insertDeliberation, takeStatementNumbers } from '../../deliberations/store.ts'
import { batchPart } from '../../sealing/batch-part.ts'
import { insertBatchOf } from '../../sealing/store.ts'
import { hashOf } from '../../statements/add-statements.ts'
import { type StatementId, statementNumber } from '../../statements/model.ts'
import { insertStatements } from '../../statements/store.ts'
import type { ParticipantId, VoteValue } from '../../voting/model.ts'
import { type LoggedVote, takeNumbers } from '../../voting/taking/store.ts'
import { hashOfVote, newSalt } from '../../voting/vote-text.ts'
import type { ReadConversation, ReadStatement } from './conversation.ts'
import type { DeliberationImport } from './model.ts'
import { moment } from './read-files.ts'
import {
  countImported,
  insertImportedVotes,
  insertParticipants,
  markImported,
  rememberNames,
  type TakingTx,
} from './store.ts'

const instantOf = (text: string): Instant => parseInstant(text) ?? raise()

const [PEOPLE_AT_ONCE, VOTES_IN_BATCH] = [20_000, 5000]

interface Taking {
  process: Process
  deliberation: Deliberation
  at: Instant
}

/** A statement that was taken in, with what its votes bind to. */
interface TakenStatement extends ReadStatement {
  statement: StatementId
  textSha256: string
}

/**
 * Makes a deliberation of what was held elsewhere, whole or not at all: statements as they were moderated there, every vote
 * with its time, sealed in batches that say they were imported; nobody can vote in it.
 */
export async function takeIn(
  tx: TakingTx,
  process: Process,
  { title, origin, language, files, told, by }: DeliberationImport,
  conversation: ReadConversation,
  at: Instant,
): Promise<Deliberation> {
  const planned = {
    ...{ id: newId<'deliberation'>(at.getTime()), process: process.id, title, intro: told.topic, language },
    ...{ request: undefined, issue: undefined, zone: 'UTC', electorate: 'anyone' as const, createdAt: at },
    ...{ opens: instantOf(told.from), closes: after(instantOf(told.until), 1), publishedAt: at },
    importedFrom: origin,
  }
  const deliberation = { ...planned, number: await insertDeliberation(tx, planned) }
  await markImported(tx, planned.id, origin, at)
  const taking = { process, deliberation, at }
  const statements = await writeStatements(tx, taking, conversation.statements)
  await writeVotes(tx, taking, statements, conversation)
  const detail = {
    ...{ from: origin, participants: told.participants, statements: told.statements, votes: told.votes },
    files: files.map(({ name, sha256 }) => `${sha256} ${name}`),
  }
  const about = { kind: 'deliberation', id: planned.id }
  await append(tx, { kind: 'deliberation-imported', about, process: process.id, by, at, detail })
  return deliberation
}

/** Of the same words the first statement stands; any other is withheld, as words are voted on once. */
function standing(statements: readonly ReadStatement[]): ('posted' | 'withheld')[] {
  const said = new Set<string>()
  return statements.map(({ text, moderated }) => {
    if (moderated === -1 || said.has(text)) return 'withheld'
    said.add(text)
    return 'posted'
  })
}

async function writeStatements(
  tx: TakingTx,
  { process, deliberation, at }: Taking,
  read: readonly ReadStatement[],
): Promise<TakenStatement[]> {
  const last = await takeStatementNumbers(tx, deliberation.id, read.length)
  const first = last - read.length + 1
  const states = standing(read)
  const quoted = quotedNumber(process.docketPrefix, deliberation.number)
  const made = read.map((one, place) => {
    const number = first + place
    const state = states[place] ?? 'withheld'
    const leaf = makeLeaf({
      ...{
        kind: `statement-${state}`,
        number: statementNumber(quoted, number),
        process: process.id,
        received: at,
      },
      parts: partsOfText('statement', one.text),
    })
    return {
      ...one,
      number,
      state,
      leaf,
      statement: newId<'statement'>(at.getTime()),
      textSha256: hashOf(one.text),
    }
  })
  const version = (kind: 'original' | 'published', of: typeof made) =>
    addVersions(
      tx,
      of.map(({ statement: id, text }) => ({
        ...{ of: { kind: 'statement', id }, kind, language: deliberation.language, text },
      })),
      at,
    )
  const originals = await version('original', made)
  await version(
    'published',
    made.filter(({ state }) => state === 'posted'),
  )
  await insertStatements(
    tx,
    made.map(({ statement: id, number, state, leaf, textSha256, at: when }, place) => ({
      ...{ id, number, deliberation: deliberation.id, origin: 'seeded' as const, state, textSha256 },
      ...{ leaf: leaf.leaf.id, issue: undefined, by: undefined, at: when > 0 ? moment(when) : at },
      version: originals[place]?.id ?? raise(),
    })),
  )
  await appendLeaves(
    tx,
    made.map(({ leaf }) => leaf),
  )
  await rememberNames(
    tx,
    deliberation.id,
    made.map(({ number, id, moderated }) => ({ number, knownAs: id, moderated })),
  )
  return made
}

function raise(): never {
  throw new Error('What is taken in does not fit together.')
}

async function writePeople(
  tx: TakingTx,
  { deliberation, at }: Taking,
  { log }: ReadConversation,
): Promise<ParticipantId[]> {
  const joined = new Float64Array(log.participants.length).fill(Number.POSITIVE_INFINITY)
  for (const [nth, who] of log.participant.entries())
    joined[who] = Math.min(joined[who] as number, log.at?.[nth] ?? Number.POSITIVE_INFINITY)
  const last = await takeNumbers(tx, 'participants', deliberation.id, joined.length)
  const people = log.participants.map((knownAs, place) => {
    const when = joined[place] as number
    return {
      ...{ id: newId<'participant'>(at.getTime()), deliberation: deliberation.id, knownAs },
      ...{ number: last - joined.length + place + 1, at: Number.isFinite(when) ? moment(when) : at },
    }
  })
  for (let from = 0; from < people.length; from += PEOPLE_AT_ONCE)
    await insertParticipants(tx, people.slice(from, from + PEOPLE_AT_ONCE))
  return people.map(({ id }) => id)
}

async function writeVotes(
  tx: TakingTx,
  taking: Taking,
  statements: readonly TakenStatement[],
  conversation: ReadConversation,
): Promise<void> {
  const { log } = conversation
  const people = await writePeople(tx, taking, conversation)
  const byId = new Map(statements.map((one) => [one.id, one]))
  const taken = log.statements.map((id) => byId.get(id))
  const places = [...log.value.keys()].filter((nth) => taken[log.statement[nth] ?? -1])
  for (let from = 0; from < places.length; from += VOTES_IN_BATCH) {
    const votes = places.slice(from, from + VOTES_IN_BATCH).map((nth) => voteAt(nth))
    await sealBatch(tx, taking, votes)
  }
  await countImported(tx, taking.deliberation.id)

  function voteAt(nth: number): LoggedVote {
    const { statement, textSha256 } = taken[log.statement[nth] ?? -1] ?? raise()
    const [participant, at] = [people[log.participant[nth] ?? -1] ?? raise(), moment(log.at?.[nth] ?? 0)]
    const [id, salt] = [newId<'vote'>(taking.at.getTime()), newSalt()]
    const value = (log.value[nth] ?? 0) as VoteValue
    const facts = { deliberation: taking.deliberation.id, statement, value, matters: false, at, salt }
    return { ...facts, log: id, participant, hash: hashOfVote({ ...facts, id, textSha256 }) }
  }
}

async function sealBatch(tx: TakingTx, { process, deliberation, at }: Taking, votes: readonly LoggedVote[]) {
  const { root } = proveEach(votes.map(({ hash }) => hash))
  const number = quotedNumber(process.docketPrefix, deliberation.number)
  const parts = [batchPart(votes.length, root)]
  const { leaf } = await appendLeaf(tx, {
    kind: 'votes-imported',
    number,
    process: process.id,
    received: at,
    parts,
  })
  const id = newId<'batch'>(at.getTime())
  await insertBatchOf(tx, { id, deliberation: deliberation.id, at, root, leaf: leaf.id }, votes.length)
  await insertImportedVotes(tx, votes, id)
}
