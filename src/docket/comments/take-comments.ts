import type { Tx } from '../../platform/db/index.ts'
import type { Instant } from '../../platform/time.ts'
import {
  appendAll,
  appendLeaves,
  type LeafId,
  type MadeLeaf,
  makeLeaf,
  type RecordTables,
} from '../../record/index.ts'
import type { RequestId } from '../../requests/index.ts'
import type { TextsTables } from '../../texts/index.ts'
import { indexComments } from '../search/store.ts'
import { addTexts } from './add-texts.ts'
import { partsOf } from './comment-parts.ts'
import { type Arrival, type CommentId, isNamed, isWhollyConfidential } from './model.ts'
import { type Identified, numberArrivals } from './number-arrivals.ts'
import { findByKeys, insertComments, moveCounters, setCounters } from './store.ts'
import type { CommentTables } from './tables.ts'

export type TakingTables = CommentTables & TextsTables & RecordTables

/** What became of an arrival: the comment it made, or the one that was there under its key. */
export interface Taken {
  id: CommentId
  number: string
  receivedAt: Instant
  leaf: LeafId
  /** It was taken before; what came this time was not looked at. */
  again: boolean
  /** The leaf as it was made, for its promise; nothing where the comment was taken before. */
  made?: MadeLeaf
}

const keyOf = (request: RequestId, idempotencyKey: string) => `${request} ${idempotencyKey}`
const keyOfArrival = ({ request, idempotencyKey }: Arrival) => keyOf(request.id, idempotencyKey)

/**
 * Takes comments from any channel: state, texts, record entries and leaves stand or fall with the transaction.
 * The counters are held until commit, so that no other transaction can take the same key in between.
 */
export async function takeComments(tx: Tx<TakingTables>, arrivals: readonly Arrival[]): Promise<Taken[]> {
  if (arrivals.length === 0) return []
  const last = await moveCounters(
    tx,
    arrivals.map(({ request }) => request.id),
  )
  const known = await findByKeys(tx, arrivals)
  const taken = new Map<string, Taken>(
    known.map(({ request, idempotencyKey, ...one }) => [
      keyOf(request, idempotencyKey),
      { ...one, again: true },
    ]),
  )
  const fresh = firstOfEach(arrivals.filter((arrival) => !taken.has(keyOfArrival(arrival))))
  for (const one of await write(tx, fresh, last)) taken.set(keyOfArrival(one.arrival), takenOf(one))
  if (fresh.length < arrivals.length) await setCounters(tx, last)
  return arrivals.map((arrival) => answerTo(arrival, taken, fresh))
}

/** Two with one key in the same batch are one comment: the first. */
function firstOfEach(arrivals: readonly Arrival[]): Arrival[] {
  const first = new Map<string, Arrival>()
  for (const arrival of arrivals)
    if (!first.has(keyOfArrival(arrival))) first.set(keyOfArrival(arrival), arrival)
  return [...first.values()]
}

function answerTo(arrival: Arrival, taken: ReadonlyMap<string, Taken>, fresh: readonly Arrival[]): Taken {
  const found = taken.get(keyOfArrival(arrival))
  if (!found) throw new Error('A comment was neither taken nor known.')
  if (fresh.includes(arrival)) return found
  const { made: _, ...before } = found
  return { ...before, again: true }
}

function takenOf({ id, number, leaf, arrival }: Written): Taken {
  return { id, number, receivedAt: arrival.receivedAt, leaf: leaf.leaf.id, again: false, made: leaf }
}

type Written = Identified & { leaf: MadeLeaf }

async function write(
  tx: Tx<TakingTables>,
  arrivals: readonly Arrival[],
  last: Map<RequestId, number>,
): Promise<Written[]> {
  const now = arrivals[0]?.receivedAt
  if (now === undefined) return []
  const comments = numberArrivals(arrivals, last).map((one) => ({ ...one, leaf: leafOf(one) }))
  const versions = await addTexts(tx, comments, now)
  const rows = comments.map((one) => ({
    ...one,
    leaf: one.leaf.leaf.id,
    named: isNamed(chosenIn(one.arrival)),
    confidential: isWhollyConfidential(chosenIn(one.arrival)),
    versions,
  }))
  await insertComments(tx, rows)
  await indexComments(
    tx,
    comments.flatMap(({ id, arrival }) => (arrival.state === 'posted' ? [id] : [])),
  )
  await appendAll(tx, comments.map(entryOf))
  await appendLeaves(
    tx,
    comments.map(({ leaf }) => leaf),
  )
  return comments
}

const chosenIn = ({ answers, attachments }: Arrival) =>
  [...answers, ...attachments].map(({ publication }) => publication)

function leafOf({ arrival, number }: Identified): MadeLeaf {
  const { request, receivedAt } = arrival
  return makeLeaf({
    kind: 'comment-received',
    number,
    process: request.processId,
    received: receivedAt,
    parts: partsOf(arrival),
  })
}

const entryOf = ({ id, number, arrival }: Identified) => {
  const { request, receivedAt, channel, signatories: { length: signatories } = [] } = arrival
  return {
    kind: 'comment-received',
    about: { kind: 'comment', id },
    process: request.processId,
    at: receivedAt,
    detail: { request: request.id, channel, number, ...(signatories > 0 && { signatories }) },
  }
}
