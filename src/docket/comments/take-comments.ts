import type { Tx } from '../../platform/db/index.ts'
import type { Instant } from '../../platform/time.ts'
import {
  entryRows,
  type LeafId,
  leafRows,
  type MadeLeaf,
  makeLeaf,
  type RecordTables,
} from '../../record/index.ts'
import type { RequestId } from '../../requests/index.ts'
import { keepVersions, type TextsTables } from '../../texts/index.ts'
import { indexComments } from '../search/store.ts'
import { type Arrival, type CommentId, isNamed, isWhollyConfidential, trackingNumber } from './model.ts'
import { type PreparedComment, prepareComment } from './prepare-comment.ts'
import { holdCounters, insertComments, setCounters } from './store.ts'
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

/** Takes comments from any channel: state, texts, record entries and leaves stand or fall with the transaction. */
export function takeComments(tx: Tx<TakingTables>, arrivals: readonly Arrival[]): Promise<Taken[]> {
  return takePrepared(tx, arrivals.map(prepareComment))
}

/** The counters are held until commit, so that no other transaction can take the same key in between. */
export async function takePrepared(
  tx: Tx<TakingTables>,
  prepared: readonly PreparedComment[],
): Promise<Taken[]> {
  if (prepared.length === 0) return []
  const { last, known } = await holdCounters(
    tx,
    prepared.map(({ arrival }) => arrival),
  )
  const taken = new Map<string, Taken>(
    known.map(({ request, idempotencyKey, ...one }) => [
      keyOf(request, idempotencyKey),
      { ...one, again: true },
    ]),
  )
  const fresh = firstOfEach(prepared.filter(({ arrival }) => !taken.has(keyOfArrival(arrival))))
  for (const one of await write(tx, fresh, last)) taken.set(keyOfArrival(one.arrival), takenOf(one))
  if (fresh.length < prepared.length) await setCounters(tx, last)
  const first = new Set(fresh)
  return prepared.map((one) => answerTo(one.arrival, taken, first.has(one)))
}

/** Two with one key in the same batch are one comment: the first. */
function firstOfEach(prepared: readonly PreparedComment[]): PreparedComment[] {
  const first = new Map<string, PreparedComment>()
  for (const one of prepared) {
    const key = keyOfArrival(one.arrival)
    if (!first.has(key)) first.set(key, one)
  }
  return [...first.values()]
}

function answerTo(arrival: Arrival, taken: ReadonlyMap<string, Taken>, isFresh: boolean): Taken {
  const found = taken.get(keyOfArrival(arrival))
  if (!found) throw new Error('A comment was neither taken nor known.')
  if (isFresh) return found
  const { made: _, ...before } = found
  return { ...before, again: true }
}

function takenOf({ id, number, leaf, arrival }: Written): Taken {
  return { id, number, receivedAt: arrival.receivedAt, leaf: leaf.leaf.id, again: false, made: leaf }
}

type Written = PreparedComment & { number: string; leaf: MadeLeaf }

/** Gives each its tracking number, on from the last one of its request, and the leaf that tells of it. */
function numberComments(prepared: readonly PreparedComment[], last: Map<RequestId, number>): Written[] {
  return prepared.map((one) => {
    const { request } = one.arrival
    const running = (last.get(request.id) ?? 0) + 1
    last.set(request.id, running)
    const number = trackingNumber(request.docket, running)
    return { ...one, number, leaf: leafOf(one, number) }
  })
}

async function write(
  tx: Tx<TakingTables>,
  prepared: readonly PreparedComment[],
  last: Map<RequestId, number>,
): Promise<Written[]> {
  if (prepared.length === 0) return []
  const comments = numberComments(prepared, last)
  await keepVersions(tx, {
    open: comments.flatMap(({ open }) => open),
    confidential: comments.flatMap(({ confidential }) => confidential),
  })
  const rows = comments.map((one) => ({
    ...one,
    leaf: one.leaf.leaf.id,
    named: isNamed(chosenIn(one.arrival)),
    confidential: isWhollyConfidential(chosenIn(one.arrival)),
  }))
  const leaves = comments.map(({ leaf }) => leaf)
  await insertComments(tx, rows, { ...entryRows(comments.map(entryOf)), ...leafRows(leaves) })
  await indexComments(
    tx,
    comments.flatMap(({ id, arrival }) => (arrival.state === 'posted' ? [id] : [])),
  )
  return comments
}

const chosenIn = ({ answers, attachments }: Arrival) =>
  [...answers, ...attachments].map(({ publication }) => publication)

function leafOf({ arrival, sealed }: PreparedComment, number: string): MadeLeaf {
  const { request, receivedAt } = arrival
  const leaf = { kind: 'comment-received', number, process: request.processId, received: receivedAt }
  return makeLeaf(leaf, sealed)
}

const entryOf = ({ id, number, arrival }: Written) => {
  const { request, receivedAt, channel, signatories: { length: signatories } = [] } = arrival
  return {
    kind: 'comment-received',
    about: { kind: 'comment', id },
    process: request.processId,
    at: receivedAt,
    detail: { request: request.id, channel, number, ...(signatories > 0 && { signatories }) },
  }
}
