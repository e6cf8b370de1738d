import { databaseIsAway } from '../../platform/db/index.ts'
import { type Loop, startLoop } from '../../platform/loop.ts'
import type { Clock, Instant } from '../../platform/time.ts'
import { append, appendLeaf } from '../../record/index.ts'
import { quotedNumber } from './model.ts'
import { ruleParts } from './prepare-deliberation.ts'
import type { DeliberationsDb } from './services.ts'
import { turnDue } from './store.ts'

/** Writes into record and log that deliberations opened, with the rule that holds, and that they closed. */
export async function recordTurns(db: DeliberationsDb, now: Instant): Promise<number> {
  return db.transaction().execute(async (tx) => {
    let turned = 0
    for (const turn of ['opened', 'closed'] as const)
      for (const { deliberation, prefix, allowed } of await turnDue(tx, turn, now)) {
        const { id, process, number, electorate } = deliberation
        const kind = `deliberation-${turn}`
        await appendLeaf(tx, {
          ...{ kind, number: quotedNumber(prefix, number), process, received: now },
          parts: turn === 'opened' ? ruleParts(deliberation, allowed) : [],
        })
        const detail = { electorate, allowed }
        await append(tx, { kind, about: { kind: 'deliberation', id }, process, at: now, detail })
        turned += 1
      }
    return turned
  })
}

const pauses = { idle: 1000, away: 2000 }

/** Runs in each worker; what one has written the others find done. */
export function keepOpening(
  { db, clock }: { db: DeliberationsDb; clock: Clock },
  log: (line: string) => void,
): Loop {
  return startLoop(async () => {
    try {
      await recordTurns(db, clock.now())
      return pauses.idle
    } catch (error) {
      if (!databaseIsAway(error)) log(`A deliberation could not be opened: ${error}`)
      return pauses.away
    }
  })
}
