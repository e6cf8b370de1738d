import { databaseIsAway } from '../../platform/db/index.ts'
import { type Loop, startLoop } from '../../platform/loop.ts'
import type { Clock } from '../../platform/time.ts'
import type { VotingDb } from '../voting/services.ts'
import { sealVotes } from './seal-votes.ts'

/** Half a second of votes is one batch, so that each has its receipt within one. */
const pauses = { idle: 500, more: 100, away: 2000 }

/** Runs in each worker; of several at once one seals. */
export function keepSealing(
  { db, clock }: { db: VotingDb; clock: Clock },
  log: (line: string) => void,
): Loop {
  return startLoop(async () => {
    try {
      return restAfter(await sealVotes(db, clock.now()))
    } catch (error) {
      if (!databaseIsAway(error)) log(`Votes could not be sealed: ${String(error)}`)
      return pauses.away
    }
  })
}

const restAfter = (sealed: number | 'elsewhere') => (Number(sealed) >= 5000 ? pauses.more : pauses.idle)
