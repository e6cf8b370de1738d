import { randomUUID } from 'node:crypto'
import { listStakeholderGroups } from '../../../participants/index.ts'
import { type Loop, startLoop } from '../../../platform/loop.ts'
import type { Services } from '../../../platform/services.ts'
import { after } from '../../../platform/time.ts'
import type { ProcessesTables } from '../../../processes/index.ts'
import { listRequests, type RequestsTables } from '../../../requests/index.ts'
import type { ImportDatabase, ImportServices } from '../services.ts'
import { openSource, type Source } from '../sources/open-source.ts'
import { finishImport } from './finish-import.ts'
import type { Import } from './kept-import.ts'
import { HELD, heldUntil, LostClaim, type Run, runImport } from './run-import.ts'
import { claimNext, holdOn, moveImport, releaseImport } from './store.ts'

export interface WorkingServices extends Services<ImportDatabase & RequestsTables & ProcessesTables> {
  files: ImportServices['files']
}

/** After a failure it is tried again so much later: a disk may be full, a database away. */
const REST = 30_000
const IDLE = 1000

/** Goes on with the next import that waits; answers whether there was one. */
export async function importNext(services: WorkingServices, goOn: () => boolean): Promise<boolean> {
  const { db, clock } = services
  const claim = randomUUID()
  const now = clock.now()
  const next = await claimNext(db, claim, now, heldUntil(now))
  if (!next) return false
  try {
    await carryOn(services, next, claim, goOn)
  } catch (error) {
    if (error instanceof LostClaim) return true
    await releaseImport(db, next.id, claim, after(clock.now(), REST)).catch(() => {})
    throw error
  }
  return true
}

async function carryOn(
  services: WorkingServices,
  next: Import,
  claim: string,
  goOn: () => boolean,
): Promise<void> {
  const { db, clock, files } = services
  const opened =
    next.sha256 && (await files.has(next.sha256)) ? await openSource(files.pathOf(next.sha256)) : undefined
  if (!opened || 'refused' in opened) {
    const trouble = opened ? opened.refused : 'gone'
    const broken = { state: 'broken', at: clock.now(), trouble } as const
    await db.transaction().execute((tx) => moveImport(tx, next.id, ['running'], broken))
    return
  }
  const alive = setInterval(() => {
    holdOn(db, next.id, claim, heldUntil(clock.now())).catch(() => {})
  }, HELD / 4)
  try {
    const run = { ...(await runOf(services, next, opened)), claim, goOn, by: next.broughtBy }
    const counts = await runImport(services, run)
    if (counts) await finishImport(services, run, counts)
    else await releaseImport(db, next.id, claim, null)
  } finally {
    clearInterval(alive)
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
