import type { VoteLog } from '../../src/deliberation/mathematics/vote-log.ts'
import { randomFrom } from '../../src/platform/random-from.ts'

export interface Shape {
  participants: number
  statements: number
  votes: number
}

const GROUPS = 4

/** Votes of four planted groups, in no order; some people vote on little and a few on nearly all, as they do. */
export function plantVotes({ participants, statements, votes }: Shape): VoteLog & { planted: Int32Array } {
  const random = randomFrom(participants + statements)
  const counts = drawCounts(participants, statements, votes, random)
  const size = counts.reduce((sum, count) => sum + count, 0)
  const planted = Int32Array.from({ length: participants }, () => Math.floor(random() ** 1.3 * GROUPS))
  const leaning = Float64Array.from({ length: GROUPS * statements }, () => 2 * random() - 1)
  const columns = {
    participant: new Int32Array(size),
    statement: new Int32Array(size),
    value: new Int8Array(size),
  }
  const deck = Int32Array.from({ length: statements }, (_, at) => at)
  const step = strideOf(size)
  let place = 0
  for (let who = 0; who < participants; who += 1) {
    const group = planted[who] as number
    for (let nth = 0; nth < (counts[who] as number); nth += 1) {
      const what = drawFrom(deck, nth, random)
      columns.participant[place] = who
      columns.statement[place] = what
      columns.value[place] = drawVote(leaning[group * statements + what] as number, random)
      place = (place + step) % size
    }
  }
  const named = (count: number) => Array.from({ length: count }, (_, at) => `${at}`)
  return { participants: named(participants), statements: named(statements), ...columns, planted }
}

/** How many each votes on: skewed, and as many in all as asked for, about. */
function drawCounts(people: number, most: number, votes: number, random: () => number): Int32Array {
  const shares = Float64Array.from({ length: people }, () => Math.exp(1.1 * normal(random)))
  let factor = votes / shares.reduce((sum, one) => sum + one, 0)
  const counts = new Int32Array(people)
  for (let time = 0; time < 12; time += 1) {
    for (const [at, share] of shares.entries())
      counts[at] = Math.max(1, Math.min(most, Math.round(factor * share)))
    factor *= votes / counts.reduce((sum, one) => sum + one, 0)
  }
  return counts
}

const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())

/** The nth card of a deck that is shuffled as far as it is drawn. */
function drawFrom(deck: Int32Array, nth: number, random: () => number): number {
  const from = nth + Math.floor(random() * (deck.length - nth))
  const drawn = deck[from] as number
  deck[from] = deck[nth] as number
  deck[nth] = drawn
  return drawn
}

function drawVote(leaning: number, random: () => number): number {
  if (random() < 0.15) return 0
  return 2 * random() - 1 < 0.9 * leaning ? 1 : -1
}

/** A step that comes by every place once. */
function strideOf(size: number): number {
  const common = (a: number, b: number): number => (b === 0 ? a : common(b, a % b))
  let step = Math.floor(size * 0.618) | 1
  while (common(step, size) !== 1) step += 2
  return step
}
