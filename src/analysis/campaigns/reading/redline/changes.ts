/** A stretch of two sequences: in both, in the second alone (added), or in the first alone (gone). */
export interface Change<One> {
  kind: 'same' | 'added' | 'gone'
  of: One[]
}

/**
 * The fewest additions and removals that lead from one sequence to another (Myers, An O(ND) difference algorithm, 1986).
 * @param most so many changes are looked for, at O(most²) memory; nothing is answered where there are more
 */
export function changes<One>(
  from: readonly One[],
  to: readonly One[],
  most: number,
): Change<One>[] | undefined {
  const start = sharedStart(from, to)
  const end = sharedStart(from.slice(start).reverse(), to.slice(start).reverse())
  const [a, b] = [from.slice(start, from.length - end), to.slice(start, to.length - end)]
  const steps = walkBack(a, b, furthest(a, b, most))
  if (!steps) return undefined
  const stretches: Change<One>[] = []
  for (const one of from.slice(0, start)) put(stretches, 'same', one)
  for (const { kind, one } of steps) put(stretches, kind, one)
  for (const one of from.slice(from.length - end)) put(stretches, 'same', one)
  return stretches
}

function sharedStart<One>(a: readonly One[], b: readonly One[]): number {
  let length = 0
  while (length < Math.min(a.length, b.length) && a[length] === b[length]) length += 1
  return length
}

function put<One>(stretches: Change<One>[], kind: Change<One>['kind'], one: One): void {
  const last = stretches.at(-1)
  if (last?.kind === kind) last.of.push(one)
  else stretches.push({ kind, of: [one] })
}

/** How far each diagonal is reached with 0, 1, 2 … changes, until both sequences are at their end. */
function furthest<One>(a: readonly One[], b: readonly One[], most: number): Int32Array[] | undefined {
  const rounds: Int32Array[] = []
  let reached = new Int32Array([0])
  for (let round = 0; round <= most; round += 1) {
    reached = nextRound(a, b, reached, round)
    rounds.push(reached)
    const end = a.length - b.length + round
    if (end >= 0 && end <= 2 * round && (reached[end] ?? -1) >= a.length) return rounds
  }
  return undefined
}

/** Diagonal d, which is x − y, stands at d + round. */
function nextRound<One>(
  a: readonly One[],
  b: readonly One[],
  before: Int32Array,
  round: number,
): Int32Array<ArrayBuffer> {
  const reached = new Int32Array(2 * round + 1).fill(-1)
  for (let diagonal = -round; diagonal <= round; diagonal += 2) {
    let x = round === 0 ? 0 : beginAt(before, diagonal, round)
    while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x += 1
    reached[diagonal + round] = x
  }
  return reached
}

const at = (reached: Int32Array, diagonal: number, round: number) => reached[diagonal + round] ?? -1

/** By an addition from the diagonal above, or a removal from the one below: whichever got further. */
function beginAt(before: Int32Array, diagonal: number, round: number): number {
  const added = at(before, diagonal + 1, round - 1)
  const gone = at(before, diagonal - 1, round - 1)
  return isAdded(added, gone, diagonal, round) ? added : gone + 1
}

const isAdded = (added: number, gone: number, diagonal: number, round: number) =>
  diagonal === -round || (diagonal !== round && gone < added)

interface Step<One> {
  kind: Change<One>['kind']
  one: One
}

function walkBack<One>(
  a: readonly One[],
  b: readonly One[],
  rounds: readonly Int32Array[] | undefined,
): Step<One>[] | undefined {
  if (!rounds) return undefined
  const steps: Step<One>[] = []
  let [x, y] = [a.length, b.length]
  const goBack = (to: number) => {
    for (; x > to; x -= 1, y -= 1) steps.push({ kind: 'same', one: a[x - 1] as One })
  }
  for (let round = rounds.length - 1; round > 0; round -= 1) {
    const before = rounds[round - 1] ?? new Int32Array(0)
    const [above, below] = [at(before, x - y + 1, round - 1), at(before, x - y - 1, round - 1)]
    const added = isAdded(above, below, x - y, round)
    goBack(added ? above : below + 1)
    steps.push(added ? { kind: 'added', one: b[--y] as One } : { kind: 'gone', one: a[--x] as One })
  }
  goBack(0)
  return steps.reverse()
}
