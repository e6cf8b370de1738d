import type { CommentId } from '../../../docket/index.ts'
import type { Db, Tx } from '../../../platform/db/index.ts'
import { type Loop, startLoop } from '../../../platform/loop.ts'
import type { Clock } from '../../../platform/time.ts'
import { followRecord, type PlacedEntry } from '../../../record/index.ts'
import { type CarryingTables, carryExcerpts } from './carry-excerpts.ts'
import { noteLost } from './store.ts'

const READER = 'excerpts'
const AT_ONCE = 1000
const EVERY = 5000
/** In a comment that has only come nothing was marked that could be lost. */
const kinds = { but: ['comment-received'] }

interface Carrying {
  db: Db<CarryingTables>
  clock: Clock
}

/** Follows what is posted anew since the last time; answers how many entries it read. */
export function followPosted({ db, clock }: Carrying): Promise<number> {
  const follow = async (tx: Tx<CarryingTables>, entries: readonly PlacedEntry[]) => {
    const told = entries.filter(({ about }) => about.kind === 'comment')
    const idsOf = (some: typeof told) => [...new Set(some.map(({ about }) => about.id as CommentId))]
    await carryExcerpts(tx, idsOf(told.filter(({ kind }) => kind === 'comment-posted')), clock.now())
    await noteLost(tx, idsOf(told))
  }
  return followRecord(db, READER, AT_ONCE, follow, kinds)
}

/** Carries excerpts along until stopped; a failure is told and tried again. */
export function keepCarrying(carrying: Carrying, log: (line: string) => void): Loop {
  return startLoop(async () => {
    const read = await followPosted(carrying).catch((error) => {
      log(`Carrying excerpts failed: ${error instanceof Error ? error.message : error}`)
      return 0
    })
    return read === AT_ONCE ? 0 : EVERY
  })
}
