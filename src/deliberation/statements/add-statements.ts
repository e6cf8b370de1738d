import { hash } from 'node:crypto'
import type { Actor } from '../../participants/index.ts'
import { newId } from '../../platform/id.ts'
import type { Instant } from '../../platform/time.ts'
import type { IssueId, Process } from '../../processes/index.ts'
import { appendAll, appendLeaves, makeLeaf, partsOfText } from '../../record/index.ts'
import { addVersions } from '../../texts/index.ts'
import { type Deliberation, quotedNumber, stateOf } from '../deliberations/model.ts'
import { takeStatementNumbers } from '../deliberations/store.ts'
import { MOST_STATEMENTS, type Origin, type Source, type StatementId, statementNumber } from './model.ts'
import type { StatementsDb, StatementsTx } from './services.ts'
import { findSaid, insertStatements, lockStatements } from './store.ts'

export interface Adding {
  process: Process
  deliberation: Deliberation
  actor: Actor
  at: Instant
}

export interface Added {
  origin: Origin
  texts: readonly string[]
  issue?: IssueId | undefined
  source?: Source | undefined
  replaces?: StatementId | undefined
}

export interface AddedStatements {
  /** The numbers they got, in the order given; those that were there already keep theirs. */
  added: readonly number[]
  there: readonly number[]
  ids: readonly StatementId[]
}

export type NotAdded = 'closed' | 'tooMany'

export const hashOf = (text: string): string => hash('sha256', text)

/** Adds statements, each with words, a leaf that commits to them, and an entry; words that are there are passed over. */
export function addStatements(
  db: StatementsDb,
  adding: Adding,
  added: Added,
): Promise<AddedStatements | NotAdded> {
  return db.transaction().execute(async (tx) => {
    await lockStatements(tx, adding.deliberation.id)
    return addWithin(tx, adding, added)
  })
}

/** The same within a transaction that holds the deliberation's lock. */
export async function addWithin(
  tx: StatementsTx,
  adding: Adding,
  { texts, ...added }: Added,
): Promise<AddedStatements | NotAdded> {
  const { deliberation, at } = adding
  if (stateOf(deliberation, at) === 'closed') return 'closed'
  const said = await findSaid(tx, deliberation.id, texts.map(hashOf))
  const fresh = texts.filter((text) => !said.has(hashOf(text)))
  const last = await takeStatementNumbers(tx, deliberation.id, fresh.length)
  if (last > MOST_STATEMENTS) return 'tooMany'
  const first = last - fresh.length + 1
  const made = fresh.map((text, place) => makeOne(adding, added, text, first + place))
  await write(tx, adding, added, made)
  return {
    added: made.map(({ number }) => number),
    there: [...said.values()].map(({ number }) => number),
    ids: made.map(({ id }) => id),
  }
}

const isPosted = ({ origin }: Pick<Added, 'origin'>) => origin !== 'proposed'

function makeOne(
  { process, deliberation, at }: Adding,
  added: Omit<Added, 'texts'>,
  text: string,
  number: number,
) {
  const leaf = makeLeaf({
    kind: isPosted(added) ? 'statement-posted' : 'statement-received',
    number: statementNumber(quotedNumber(process.docketPrefix, deliberation.number), number),
    process: process.id,
    received: at,
    parts: partsOfText('statement', text),
  })
  return { id: newId<'statement'>(at.getTime()), number, text, leaf }
}

type Made = ReturnType<typeof makeOne>

async function write(
  tx: StatementsTx,
  { process, deliberation, actor, at }: Adding,
  { origin, issue, source, replaces }: Omit<Added, 'texts'>,
  made: readonly Made[],
): Promise<void> {
  if (made.length === 0) return
  const state = isPosted({ origin }) ? 'posted' : 'pending'
  const version = (kind: 'original' | 'published') =>
    made.map(({ id, text }) => ({
      ...{ of: { kind: 'statement', id }, kind, language: deliberation.language, text },
    }))
  const originals = await addVersions(tx, version('original'), at)
  if (state === 'posted') await addVersions(tx, version('published'), at)
  await insertStatements(
    tx,
    made.map(({ id, number, text, leaf }, place) => ({
      ...{ id, number, deliberation: deliberation.id, origin, state, leaf: leaf.leaf.id, issue, at },
      ...{ textSha256: hashOf(text), by: actor.person, source, replaces },
      version: originals[place]?.id ?? raise(),
    })),
  )
  await appendLeaves(
    tx,
    made.map(({ leaf }) => leaf),
  )
  await appendAll(
    tx,
    made.map(({ id, number }) => ({
      kind: `statement-${origin}`,
      about: { kind: 'statement', id },
      process: process.id,
      by: actor.person,
      at,
      detail: { deliberation: deliberation.id, number, ...(source && { comment: source.comment }) },
    })),
  )
}

function raise(): never {
  throw new Error('A statement has no words.')
}
