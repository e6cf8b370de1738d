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
import { dataCard, dictionary, licence } from './data-card.ts'
import { type About, formats } from './formats.ts'
import { listAttachmentTexts, listBodies } from './rows.ts'

export type DatasetTables = ReadingTables & ExportTables

export interface DatasetServices extends Services<DatasetTables> {
  log: SigningKey
}

const everything = { ...noFilters, state: 'all' } as const

/**
 * Writes the whole docket as one archive: tables, texts, what a stranger must know, and the log to check it by.
 * Answers the place of the last entry of the record that is contained.
 */
export function writeDataset(services: DatasetServices, about: About, write: WritePiece): Promise<number> {
  return whenSettled(services.db, async (tx) => {
    await writeAt(tx, services, about, write)
    return latestPosition(tx)
  })
}

async function writeAt(
  tx: Tx<DatasetTables>,
  { clock, origin, log }: DatasetServices,
  about: About,
  write: WritePiece,
): Promise<void> {
  const { request } = about
  const [made, zip] = [clock.now(), zipTo(write, clock.now())]
  const [counts, checkpoint] = [await countComments(tx, request), await latestCheckpoint(tx)]
  const card = dataCard({ ...about, counts, origin, made, checkpoint: checkpoint?.note ?? '' })
  const plain = { 'README.md': card, 'LICENCE.txt': licence(), 'dictionary.csv': dictionary(about) }
  for (const [name, text] of Object.entries(plain)) await zip.file(name, async (push) => push(text))
  for (const [name, format] of Object.entries(formats)) {
    const bodies = listBodies(tx, request, everything, origin)
    await zip.file(name, (push) => format.write(push, bodies, about))
  }
  for await (const { name, text } of listAttachmentTexts(tx, request))
    await zip.file(name, async (push) => push(text))
  await zip.file('log.ndjson', (push) => exportSettled(tx, log, docketSource, (line) => push(`${line}\n`)))
  await zip.end()
}
