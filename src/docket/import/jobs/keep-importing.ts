import { randomUUID } from 'node:crypto'
import { listStakeholderGroups } from '../../../participants/index.ts'
import { databaseIsAway } from '../../../platform/db/index.ts'
import { type Loop, startLoop } from '../../../platform/loop.ts'
import type { Services } from '../../../platform/services.ts'
import { after } from '../../../platform/time.ts'
import type { ProcessesTables } from '../../../processes/index.ts'
import { listRequests, type RequestsTables } from '../../../requests/index.ts'
import type { ImportDatabase, ImportServices } from '../services.ts'
import { openSource, type Source } from '../sources/open-source.ts'
import { finishImport } from './finish-import.ts'
import type { Import } from './kept-import.ts'
import { MOST_ATTEMPTS } from './model.ts'
import { HELD, heldUntil, LostClaim, type Run, runImport } from './run-import.ts'
import { claimNext, findImport, holdOn, moveImport, releaseImport } from './store.ts'

export interface WorkingServices extends Services<ImportDatabase & RequestsTables & ProcessesTables> {
  files: ImportServices['files']
}

/** After a failure it is tried again so much later: a disk may be full, a database away. */
const REST = 30_000
const IDLE = 1000

/** Goes on with the next import that waits; answers whether there was one. */
export async function importNext(
  services: WorkingServices,
  goOn: () => boolean,
  signsOfLife = HELD / 4,
): Promise<boolean> {
  const { db, clock } = services
  const held: Held = { claim: randomUUID(), goOn }
  const next = await claimNext(db, held.claim, clock.now(), heldUntil(clock.now()))
  if (!next) return false
  const alive = setInterval(() => {
    holdOn(db, next.id, held.claim, heldUntil(clock.now())).catch(() => {})
  }, signsOfLife)
  try {
    if (next.attempts >= MOST_ATTEMPTS) await endBroken(services, next, held, 'failing')
    else await carryOn(services, next, held)
  } catch (error) {
    if (error instanceof LostClaim) return true
    await giveBack(services, next, held, error).catch(() => {})
    throw error
  } finally {
    clearInterval(alive)
  }
  return true
}

type Held = Pick<Run, 'claim' | 'goOn'>

async function endBroken({ db, clock }: WorkingServices, { id }: Import, { claim }: Held, trouble: string) {
  const broken = { state: 'broken', at: clock.now(), trouble, claim } as const
  await db.transaction().execute((tx) => moveImport(tx, id, ['running'], broken))
}

/** A database that is away is waited for; any other failure counts, and the last of them ends it. */
async function giveBack(services: WorkingServices, next: Import, held: Held, error: unknown): Promise<void> {
  const { db, clock } = services
  const failed = !databaseIsAway(error)
  const attempts = (await findImport(db, next.id))?.attempts ?? 0
  if (failed && attempts + 1 >= MOST_ATTEMPTS) return endBroken(services, next, held, 'failing')
  await releaseImport(db, { id: next.id, claim: held.claim }, { until: after(clock.now(), REST), failed })
}

async function carryOn(services: WorkingServices, next: Import, held: Held): Promise<void> {
  const { db, files } = services
  const there = next.sha256 && (await files.has(next.sha256)) ? files.pathOf(next.sha256) : undefined
  const opened = there === undefined ? ({ refused: 'gone' } as const) : await openSource(there)
  if ('refused' in opened) return endBroken(services, next, held, opened.refused)
  try {
    const run = { ...(await runOf(services, next, opened)), ...held, by: next.broughtBy }
    const counts = await runImport(services, run)
    if (counts) await finishImport(services, run, counts)
    else await releaseImport(db, { id: next.id, claim: held.claim })
  } finally {
    await opened.close()
  }
}

async function runOf(
  { db }: WorkingServices,
  next: Import,
  opened: Source,
): Promise<Omit<Run, 'claim' | 'goOn'>> {
  const request = (await listRequests(db, next.process)).find(({ id }) => id === next.request)
  if (!request) throw new Error(`The request of import ${next.id} is not there.`)
  const { id, processId, docket, questions } = request
  return {
    ...{ id: next.id, source: next.source, told: next.told, handling: next.handling, opened },
    request: { id, processId, docket },
    questions: new Map(questions.map((one) => [one.number, one.id])),
    groups: new Set((await listStakeholderGroups(db)).map(({ slug }) => slug)),
    before: next.counts,
  }
}

/** Imports what waits, one after the other, until stopped; what is under way then rests, and goes on where it was. */
export function keepImporting(services: WorkingServices, log: (line: string) => void): Loop {
  let ending = false
  const loop = startLoop(async () => {
    try {
      return (await importNext(services, () => !ending)) ? 0 : IDLE
    } catch (error) {
      log(`An import stopped and is tried again: ${error instanceof Error ? error.message : error}`)
      return IDLE
    }
  })
  return {
    stop() {
      ending = true
      return loop.stop()
    },
  }
}
