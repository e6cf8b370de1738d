import { inNumericOrder } from './numeric-order.ts'
import type { VoteLog } from './vote-log.ts'

/**
 * The vote that counts of each participant on each statement, by rows (compressed sparse rows).
 * Of `n` participants and `s` statements with `v` votes in all:
 */
export interface VoteMatrix {
  /** n ids, in the order in which the log lists them. */
  participants: readonly string[]
  /** s ids, in numeric order. */
  statements: readonly string[]
  /** n + 1 places: the votes of participant i are `[start[i], start[i + 1])`. */
  start: Int32Array
  /** v indexes into statements. */
  column: Int32Array | Uint16Array
  /** v votes: 1 agree, -1 disagree, 0 pass. */
  value: Int8Array
}

/**
 * Folds votes so that of two by one participant on one statement the later counts: by time, then by order.
 * Takes time linear in the votes, but for a sort where they do not stand in the order of their time.
 * @param log `value` 1 agree, -1 disagree, 0 pass
 * @throws RangeError where a vote names a participant or statement that is not listed, or is none of the three
 */
export function foldVotes(log: VoteLog): VoteMatrix {
  checkVotes(log)
  const order = [...log.statements.keys()].sort((a, b) =>
    inNumericOrder(log.statements[a] ?? '', log.statements[b] ?? ''),
  )
  const place = new Int32Array(order.length)
  for (const [at, was] of order.entries()) place[was] = at
  const rows = byParticipant(log, place, inTime(log.at))
  return {
    participants: log.participants,
    statements: order.map((at) => log.statements[at] ?? ''),
    ...keepLatest(rows, order.length),
  }
}

function checkVotes({ participants, statements, participant, statement, value }: VoteLog): void {
  for (let at = 0; at < value.length; at += 1) {
    const [who, what, vote] = [participant[at] ?? -1, statement[at] ?? -1, value[at] ?? 2]
    if (who < 0 || who >= participants.length || what < 0 || what >= statements.length)
      throw new RangeError(`Vote ${at + 1} names somebody or something that is not listed.`)
    if (vote > 1 || vote < -1) throw new RangeError(`Vote ${at + 1} is neither agree, disagree nor pass.`)
  }
}

/** The order of the votes by their time, where they do not stand in it already. */
function inTime(at: Float64Array | undefined): Uint32Array | undefined {
  if (!at || at.every((time, place) => place === 0 || time >= (at[place - 1] ?? 0))) return undefined
  return Uint32Array.from(at.keys()).sort((a, b) => (at[a] ?? 0) - (at[b] ?? 0) || a - b)
}

interface Rows {
  start: Int32Array
  column: Int32Array | Uint16Array
  value: Int8Array
}

const columnsFor = (statements: number, votes: number) =>
  statements <= 65_536 ? new Uint16Array(votes) : new Int32Array(votes)

function add(to: Int32Array, at: number, more: number): void {
  to[at] = (to[at] as number) + more
}

/** Sorts votes by participant, each one's in the order they came. */
function byParticipant(
  { participants, participant, statement, value }: VoteLog,
  place: Int32Array,
  order: Uint32Array | undefined,
): Rows {
  const start = new Int32Array(participants.length + 1)
  for (let at = 0; at < participant.length; at += 1) add(start, (participant[at] as number) + 1, 1)
  for (let row = 0; row < participants.length; row += 1) add(start, row + 1, start[row] as number)
  const next = start.slice(0, -1)
  const column = columnsFor(place.length, value.length)
  const kept = new Int8Array(value.length)
  for (let nth = 0; nth < value.length; nth += 1) {
    const at = order ? (order[nth] as number) : nth
    const who = participant[at] as number
    const to = next[who] as number
    next[who] = to + 1
    column[to] = place[statement[at] as number] as number
    kept[to] = value[at] as number
  }
  return { start, column, value: kept }
}

/** Leaves the last vote on each statement in its row, where it stands. */
function keepLatest({ start, column, value }: Rows, statements: number): Rows {
  const last = new Int32Array(statements)
  const kept = new Int32Array(start.length)
  let to = 0
  for (let row = 0; row + 1 < start.length; row += 1) {
    const [from, end] = [start[row] as number, start[row + 1] as number]
    kept[row] = to
    for (let at = from; at < end; at += 1) last[column[at] as number] = at
    for (let at = from; at < end; at += 1) {
      const one = column[at] as number
      if (last[one] !== at) continue
      column[to] = one
      value[to] = value[at] as number
      to += 1
    }
  }
  kept[start.length - 1] = to
  return { start: kept, column: column.slice(0, to), value: value.slice(0, to) }
}
