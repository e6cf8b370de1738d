import { hash } from 'node:crypto'
import { after, type Instant } from '../../platform/time.ts'
import type { VoteMatrix } from '../mathematics/fold-votes.ts'
import { findAlike } from './find-alike.ts'
import { findBursts } from './find-bursts.ts'
import { findNetworks } from './find-networks.ts'
import type { Finding } from './model.ts'

/** Who arrived when and from where, in columns: each participant is one place in all of them. */
export interface Arrivals {
  /** Numbers of participants, ascending. */
  numbers: readonly number[]
  /** Milliseconds since 1970. */
  joined: readonly number[]
  networks: readonly (string | null)[]
}

const ascending = (numbers: number[]): number[] => numbers.sort((one, other) => one - other)

/** A name for shared votes that stays the same whoever gives them. */
const nameOf = (votes: readonly (readonly [number, number])[]): string =>
  hash('sha256', votes.map(([statement, value]) => `${statement} ${value}`).join('\n')).slice(0, 16)

/**
 * All that looks coordinated, the largest first of each kind.
 * @param groupOf the opinion group of each participant of the matrix, or -1; their ids are their numbers
 * @param opens when voting opened
 */
export function examine(
  matrix: VoteMatrix,
  groupOf: Int32Array,
  { numbers, joined, networks }: Arrivals,
  opens: Instant,
): Finding[] {
  const statement = (at: number) => Number(matrix.statements[at])
  const called = (who: readonly number[]) => ascending(who.map((place) => numbers[place] ?? 0))
  const moment = (at: number) => after(opens, at - opens.getTime()).toISOString()
  const alike = findAlike(matrix, groupOf).map((one): Finding => {
    const people = ascending(one.rows.map((row) => Number(matrix.participants[row])))
    const votes = one.statements.map((at, nth) => [statement(at), one.values[nth] ?? 0] as const)
    const { exact, expected } = one
    return { kind: 'alike', key: `alike-${nameOf(votes)}`, people, exact, expected, votes }
  })
  const bursts = findBursts(joined, opens.getTime()).map(({ from, until, who, expected }): Finding => {
    const [start, end] = [moment(from), moment(until)]
    return { kind: 'burst', key: `burst-${start}`, people: called(who), from: start, until: end, expected }
  })
  const crowds = findNetworks(networks).map(
    ({ who }): Finding => ({ kind: 'network', key: `network-${called(who)[0]}`, people: called(who) }),
  )
  return [...alike, ...bursts, ...crowds]
}

/** The rows of a matrix without those of some people. */
export function leaveOut(matrix: VoteMatrix, people: ReadonlySet<number>): VoteMatrix {
  const rows = [...matrix.participants.keys()].filter((row) => !people.has(Number(matrix.participants[row])))
  const lengths = rows.map((row) => (matrix.start[row + 1] as number) - (matrix.start[row] as number))
  const start = new Int32Array(rows.length + 1)
  for (const [at, length] of lengths.entries()) start[at + 1] = (start[at] as number) + length
  const column = matrix.column.slice(0, start[rows.length])
  const value = new Int8Array(start[rows.length] as number)
  for (const [at, row] of rows.entries()) {
    const [from, until] = [matrix.start[row] as number, matrix.start[row + 1] as number]
    column.set(matrix.column.subarray(from, until), start[at])
    value.set(matrix.value.subarray(from, until), start[at])
  }
  const participants = rows.map((row) => matrix.participants[row] ?? '')
  return { participants, statements: matrix.statements, start, column, value }
}
