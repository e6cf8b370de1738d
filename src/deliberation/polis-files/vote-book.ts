import { inNumericOrder } from '../mathematics/numeric-order.ts'
import type { VoteLog } from '../mathematics/vote-log.ts'

/** Gives each id a number, from 0 on, in the order in which they come. */
class Numbering {
  readonly ids: string[] = []
  readonly #numbers = new Map<string, number>()

  numberOf(id: string): number {
    const known = this.#numbers.get(id)
    if (known !== undefined) return known
    this.#numbers.set(id, this.ids.length)
    return this.ids.push(id) - 1
  }
}

/** For each number the place of its id in numeric order, and the ids in that order. */
function inOrder(ids: readonly string[]): { sorted: string[]; place: Int32Array } {
  const numbers = [...ids.keys()].sort((one, other) => inNumericOrder(ids[one] ?? '', ids[other] ?? ''))
  const place = new Int32Array(ids.length)
  for (const [at, number] of numbers.entries()) place[number] = at
  return { sorted: numbers.map((number) => ids[number] ?? ''), place }
}

const FIRST = 1024

const larger = <T extends { set(old: T): void }>(next: T, old: T): T => {
  next.set(old)
  return next
}

/** Takes votes one by one under the ids that people know; no object a vote. */
export class VoteBook {
  readonly #people = new Numbering()
  readonly #statements = new Numbering()
  #length = 0
  #participant = new Int32Array(FIRST)
  #statement = new Int32Array(FIRST)
  #value = new Int8Array(FIRST)
  #at = new Float64Array(FIRST)

  get length(): number {
    return this.#length
  }

  /** A participant who counts even without a vote. */
  know(participant: string): void {
    this.#people.numberOf(participant)
  }

  /** One vote; without a time it came right after the one before. */
  add(participant: string, statement: string, value: number, at: number | undefined): void {
    if (this.#length === this.#value.length) this.#grow()
    const place = this.#length
    this.#participant[place] = this.#people.numberOf(participant)
    this.#statement[place] = this.#statements.numberOf(statement)
    this.#value[place] = value
    this.#at[place] = at ?? this.#at[place - 1] ?? 0
    this.#length += 1
  }

  #grow(): void {
    const length = this.#length * 2
    this.#participant = larger(new Int32Array(length), this.#participant)
    this.#statement = larger(new Int32Array(length), this.#statement)
    this.#value = larger(new Int8Array(length), this.#value)
    this.#at = larger(new Float64Array(length), this.#at)
  }

  /** All votes as they came, participants and statements in numeric order. */
  log(): VoteLog {
    const [people, statements] = [inOrder(this.#people.ids), inOrder(this.#statements.ids)]
    const length = this.#length
    return {
      participants: people.sorted,
      statements: statements.sorted,
      participant: this.#participant.subarray(0, length).map((number) => people.place[number] as number),
      statement: this.#statement.subarray(0, length).map((number) => statements.place[number] as number),
      value: this.#value.subarray(0, length),
      at: this.#at.subarray(0, length),
    }
  }
}
