import { databaseIsAway } from '../../platform/db/index.ts'
import { Unavailable } from '../../platform/errors.ts'

export interface Sharing<Item> {
  /** How much shares one transaction at most. */
  most: number
  /** How much may wait; those that come after are asked to come again. */
  waiting: number
  /** So many milliseconds those that were just answered are given to come again. */
  patience: number
  /** How much one item is. */
  weigh(item: Item): number
}

/** A queue to one transaction after the other. */
export interface SharedCommits<Item, Answer> {
  take(item: Item): Promise<Answer>
  /** Whether the next to come would be asked to come again. */
  isFull(): boolean
}

interface Waiting<Item, Answer> {
  item: Item
  weight: number
  resolve(answer: Answer): void
  reject(reason: unknown): void
}

/** Handles all items in one transaction and answers in their order, once it is committed. */
type Act<Item, Answer> = (items: readonly Item[]) => Promise<readonly Answer[]>

const ordinary: Sharing<unknown> = { most: 200, waiting: 1000, patience: 10, weigh: () => 1 }

/** The first of those that wait, one at least, until together they weigh too much. */
function nextBatch<Item, Answer>(waiting: Waiting<Item, Answer>[], most: number): Waiting<Item, Answer>[] {
  let weight = 0
  const tooMuch = waiting.findIndex((one, at) => {
    weight += one.weight
    return at > 0 && weight > most
  })
  return waiting.splice(0, tooMuch < 0 ? waiting.length : tooMuch)
}

/**
 * Items that come while a transaction is under way wait for the next and share it. The first after a silence does not
 * wait; after a transaction the next one waits for half as many, so that while one half is written the other is read.
 * Each is answered after its commit, and one that can't be handled does not fail its neighbours.
 */
export function shareCommit<Item, Answer>(
  act: Act<Item, Answer>,
  { most, waiting: bound, patience, weigh }: Sharing<Item> = ordinary,
): SharedCommits<Item, Answer> {
  const waiting: Waiting<Item, Answer>[] = []
  let weight = 0
  let busy = false
  let arrived = () => {}
  const isFull = () => weight >= bound

  const company = (count: number) =>
    new Promise<void>((begin) => {
      const enough = setTimeout(begin, patience)
      arrived = () => {
        if (waiting.length < count) return
        clearTimeout(enough)
        begin()
      }
      arrived()
    })

  async function work(): Promise<void> {
    busy = true
    while (waiting.length > 0) {
      const batch = nextBatch(waiting, most)
      for (const one of batch) weight -= one.weight
      await settle(act, batch)
      await company(batch.length / 2)
    }
    busy = false
  }

  const take = (item: Item) =>
    new Promise<Answer>((resolve, reject) => {
      if (isFull()) return reject(new Unavailable('Too many are waiting to be taken.'))
      const one = { item, weight: weigh(item), resolve, reject }
      waiting.push(one)
      weight += one.weight
      if (busy) arrived()
      else void work()
    })
  return { take, isFull }
}

async function settle<Item, Answer>(act: Act<Item, Answer>, batch: Waiting<Item, Answer>[]): Promise<void> {
  try {
    const answers = await act(batch.map(({ item }) => item))
    if (answers.length !== batch.length) throw new RangeError('Not every item of a batch was answered.')
    batch.forEach(({ resolve }, at) => {
      resolve(answers[at] as Answer)
    })
  } catch (error) {
    await settleFailed(act, batch, error)
  }
}

/** One poisoned item fails alone: what failed together is tried one by one, unless the database is away for all. */
async function settleFailed<Item, Answer>(
  act: Act<Item, Answer>,
  batch: Waiting<Item, Answer>[],
  error: unknown,
): Promise<void> {
  if (databaseIsAway(error)) {
    const away = new Unavailable('The database is away.', { cause: error })
    for (const { reject } of batch) reject(away)
  } else if (batch.length === 1) batch[0]?.reject(error)
  else for (const one of batch) await settle(act, [one])
}
