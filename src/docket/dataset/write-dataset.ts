import type { Tx } from '../../platform/db/index.ts'
import { zipTo } from '../../platform/files/index.ts'
import type { WritePiece } from '../../platform/http/index.ts'
import type { Services } from '../../platform/services.ts'
import {
  exportSettled,
  latestCheckpoint,
  latestPosition,
  type SigningKey,
  whenSettled,
} from '../../record/index.ts'
import { docketSource } from '../export/docket-source.ts'
import type { ExportTables } from '../export/export-tables.ts'
import { countComments } from '../reading/counts/store.ts'
import { noFilters } from '../reading/model.ts'
import type { ReadingTables } from '../reading/read-docket.ts'
import { dataCard, dictionary, licence, processCard } from './data-card.ts'
import { type FormatName, formats, writeTable } from './formats.ts'
import type { Scope } from './model.ts'
import { listAttachmentTexts, listRows } from './rows.ts'

export type DatasetTables = ReadingTables & ExportTables

export interface DatasetServices extends Services<DatasetTables> {
  log: SigningKey
}

const everything = { ...noFilters, state: 'all' } as const

/**
 * Writes what a dataset is about as one archive: tables, texts, what a stranger must know, and the log to check it by.
 * Answers the place of the last entry of the record that is contained.
 */
export function writeDataset(services: DatasetServices, scope: Scope, write: WritePiece): Promise<number> {
  return whenSettled(services.db, async (tx) => {
    await writeAt(tx, services, scope, write)
    return latestPosition(tx)
  })
}

type Zip = ReturnType<typeof zipTo>

async function writeAt(
  tx: Tx<DatasetTables>,
  { clock, origin, log }: DatasetServices,
  { process, requests, whole }: Scope,
  write: WritePiece,
): Promise<void> {
  const zip = zipTo(write, clock.now())
  const checkpoint = (await latestCheckpoint(tx))?.note ?? ''
  const making = { origin, made: clock.now(), checkpoint }
  const dockets = []
  for (const request of requests) dockets.push({ request, counts: await countComments(tx, request) })
  const cards = dockets.map((docket) => dataCard({ process, ...docket, ...making }))
  const top = whole ? processCard({ process, dockets, ...making }) : cards.join('')
  await putText(zip, 'README.md', top)
  await putText(zip, 'LICENCE.txt', licence())
  for (const [at, request] of requests.entries()) {
    const folder = whole ? `${request.docket}/` : ''
    if (whole) await putText(zip, `${folder}README.md`, cards[at] ?? '')
    await writeDocket(tx, zip, folder, { process, requests: [request], whole: false }, origin)
  }
  await zip.file('log.ndjson', (push) => exportSettled(tx, log, docketSource, (line) => push(`${line}\n`)))
  await zip.end()
}

const putText = (zip: Zip, name: string, text: string) => zip.file(name, async (push) => push(text))

async function writeDocket(
  tx: Tx<DatasetTables>,
  zip: Zip,
  folder: string,
  scope: Scope,
  origin: string,
): Promise<void> {
  await putText(zip, `${folder}dictionary.csv`, dictionary(scope))
  for (const name of Object.keys(formats) as FormatName[]) {
    const rows = listRows(tx, scope.requests, everything, origin)
    await zip.file(`${folder}${name}`, (push) => writeTable(push, name, scope, rows))
  }
  for (const request of scope.requests)
    for await (const { name, text } of listAttachmentTexts(tx, request))
      await putText(zip, `${folder}${name}`, text)
}
