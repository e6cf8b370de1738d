import { databaseIsAway } from '../../platform/db/index.ts'
import { Unavailable } from '../../platform/errors.ts'

export interface Sharing {
  /** How many items share one transaction at most. */
  most: number
  /** How many may wait; those that come after are asked to come again. */
  waiting: number
}

interface Waiting<Item, Answer> {
  item: Item
  resolve(answer: Answer): void
  reject(reason: unknown): void
}

/** Handles all items in one transaction and answers in their order, once it is committed. */
type Act<Item, Answer> = (items: readonly Item[]) => Promise<readonly Answer[]>

const ordinary: Sharing = { most: 200, waiting: 1000 }

/**
 * Items that come while a transaction is under way wait for the next and share it; nobody waits for a clock.
 * Each is answered after its commit, and one that can't be handled does not fail its neighbours.
 */
export function shareCommit<Item, Answer>(
  act: Act<Item, Answer>,
  { most, waiting: bound }: Sharing = ordinary,
): (item: Item) => Promise<Answer> {
  const waiting: Waiting<Item, Answer>[] = []
  let busy = false

  async function work(): Promise<void> {
    busy = true
    while (waiting.length > 0) await settle(act, waiting.splice(0, most))
    busy = false
  }

  return (item) =>
    new Promise((resolve, reject) => {
      if (waiting.length >= bound) return reject(new Unavailable('Too many are waiting to be taken.'))
      waiting.push({ item, resolve, reject })
      if (!busy) void work()
    })
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
