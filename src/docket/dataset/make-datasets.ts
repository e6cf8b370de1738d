import type { FileStore } from '../../platform/files/index.ts'
import { longDownloads } from '../../platform/http/index.ts'
import { type Loop, startLoop } from '../../platform/loop.ts'
import type { Services } from '../../platform/services.ts'
import { after, type Instant } from '../../platform/time.ts'
import { findProcess, type ProcessesTables } from '../../processes/index.ts'
import { placeEntries } from '../../record/index.ts'
import { findRequest, type RequestsTables } from '../../requests/index.ts'
import { nameOf, type Scope } from './model.ts'
import { listPublished } from './scopes.ts'
import { type Due, listStale, saveDataset } from './store.ts'
import type { DatasetsTables } from './tables.ts'
import { type DatasetServices, type DatasetTables, writeDataset } from './write-dataset.ts'

type NightlyTables = DatasetTables & DatasetsTables & RequestsTables & ProcessesTables

export interface NightlyServices extends Services<NightlyTables>, Omit<DatasetServices, 'db'> {
  files: FileStore
}

const download = longDownloads()
const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** Two in the morning, UTC, of this night or the last. */
function lastNight(now: Instant): Instant {
  const sinceTwo = (now.getTime() - 2 * HOUR) % (24 * HOUR)
  return after(now, -sinceTwo)
}

type Tell = (line: string) => void

/** Makes the archives that are due; one that cannot be made is told, and keeps no other from it. Answers which were due. */
export async function makeDatasets(
  services: NightlyServices,
  tell: Tell,
  stopping?: AbortSignal,
): Promise<string[]> {
  const { db, clock } = services
  await placeEntries(db)
  const scopes = await scopesOf(db, await listStale(db, lastNight(clock.now())))
  for (const scope of scopes) {
    if (stopping?.aborted) break
    await makeDataset(services, scope, stopping).catch(telling(tell, nameOf(scope)))
  }
  return scopes.map(nameOf)
}

async function scopesOf(db: NightlyServices['db'], due: readonly Due[]): Promise<Scope[]> {
  const scopes: Scope[] = []
  for (const { process: id, docket } of due) {
    const process = await findProcess(db, id)
    const requests = docket === null ? await listPublished(db, id) : [await findRequest(db, docket)]
    if (process)
      scopes.push({ process, requests: requests.flatMap((one) => one ?? []), whole: docket === null })
  }
  return scopes
}

const telling = (tell: Tell, what: string) => (error: unknown) =>
  tell(`No archive of ${what} could be made: ${error instanceof Error ? error.message : error}`)

async function makeDataset(
  services: NightlyServices,
  scope: Scope,
  stopping: AbortSignal | undefined,
): Promise<void> {
  const { db, clock, files } = services
  const madeAt = clock.now()
  let entriesTo = 0
  const archive = download(nameOf(scope), async (write) => {
    entriesTo = await writeDataset(services, scope, write)
  })
  const giveUp = () => archive.destroy(new Error('The house is being closed.'))
  stopping?.addEventListener('abort', giveUp)
  const { sha256, size: bytes } = await files.putOwn(archive).finally(() => {
    stopping?.removeEventListener('abort', giveUp)
    archive.destroy()
  })
  const made = { madeAt, entriesTo, sha256, bytes }
  if (await db.transaction().execute((tx) => saveDataset(tx, scope, made))) return
  await files.remove(sha256)
  throw new Error('A comment was erased meanwhile, so that what was made is not kept.')
}

/** Makes archives each night until stopped; a failure is told and tried again. */
export function keepMakingDatasets(services: NightlyServices, log: Tell): Loop {
  return startLoop(async (stopping) => {
    await makeDatasets(services, log, stopping).catch(telling(log, 'any docket'))
    return 10 * MINUTE
  })
}
