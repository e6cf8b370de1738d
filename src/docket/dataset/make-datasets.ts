import { PassThrough } from 'node:stream'
import type { FileStore } from '../../platform/files/index.ts'
import { type Loop, startLoop } from '../../platform/loop.ts'
import type { Services } from '../../platform/services.ts'
import type { Instant } from '../../platform/time.ts'
import { after } from '../../platform/time.ts'
import { findProcess, type ProcessesTables } from '../../processes/index.ts'
import { findRequest, type RequestsTables } from '../../requests/index.ts'
import type { About } from './formats.ts'
import { listStale, saveDataset } from './store.ts'
import type { DatasetsTables } from './tables.ts'
import { type DatasetServices, type DatasetTables, writeDataset } from './write-dataset.ts'

type NightlyTables = DatasetTables & DatasetsTables & RequestsTables & ProcessesTables

export interface NightlyServices extends Services<NightlyTables>, Omit<DatasetServices, 'db'> {
  files: FileStore
}

const MOST_BYTES = 50 * 1024 ** 3
const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** Two in the morning, UTC, of this night or the last. */
function lastNight(now: Instant): Instant {
  const sinceTwo = (now.getTime() - 2 * HOUR) % (24 * HOUR)
  return after(now, -sinceTwo)
}

/** Makes the archive of every docket that has none of last night and something new since; answers which. */
export async function makeDatasets(services: NightlyServices): Promise<string[]> {
  const { db, clock } = services
  const stale = await listStale(db, lastNight(clock.now()))
  for (const docket of stale) {
    const request = await findRequest(db, docket)
    const process = request && (await findProcess(db, request.processId))
    if (request && process) await makeDataset(services, { request, process })
  }
  return stale
}

async function makeDataset(services: NightlyServices, about: About): Promise<void> {
  const { db, clock, files } = services
  const madeAt = clock.now()
  const archive = new PassThrough()
  const written = writeDataset(services, about, (piece) => {
    if (archive.write(piece)) return undefined
    return new Promise((resolve) => archive.once('drain', resolve))
  }).then(
    () => archive.end(),
    (error) => archive.destroy(error),
  )
  const put = await files.put(archive, MOST_BYTES)
  await written
  if ('refused' in put) throw new Error(`The archive of ${about.request.docket} is ${put.refused}.`)
  const made = { madeAt, sha256: put.sha256, bytes: put.size }
  await db.transaction().execute((tx) => saveDataset(tx, about.request.id, made))
}

/** Makes archives each night until stopped; a failure is told and tried again. */
export function keepMakingDatasets(services: NightlyServices, log: (line: string) => void): Loop {
  return startLoop(async () => {
    await makeDatasets(services).catch((error) =>
      log(`An archive could not be made: ${error instanceof Error ? error.message : error}`),
    )
    return 10 * MINUTE
  })
}
