import { createHash, type KeyObject } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { ClientBase } from 'pg'
import { migrationsFolder } from '../installation.ts'
import { type Connection, connectOne, copyIn, migrateWithin } from '../platform/db/index.ts'
import { checkLog, type RecordTables } from '../record/index.ts'
import type { CheckedBackup } from './check-backup.ts'
import { ownSchemas } from './migrations.ts'
import { BackupRefused, pieceBytes, type TableRows, tableIn } from './model.ts'
import { damaged, type Placed, wholeOf } from './read-archive.ts'
import {
  addressesOfFiles,
  copyInto,
  countRows,
  listTables,
  refill,
  refreshStatistics,
  setSequence,
  settle,
} from './store.ts'

const unpacked = promisify(gunzip)

interface Filling {
  handle: FileHandle
  backup: CheckedBackup
  logKey: KeyObject
  /** An earlier or equal head that the restored log must begin with. */
  known: string | undefined
}

/** The rows of a table, each piece compared with its hash once more: a disk may fail between two readings. */
async function* rowsOf(handle: FileHandle, { manifest }: CheckedBackup, pieces: readonly Placed[]) {
  const noted = new Map(manifest.parts.map(({ name, sha256 }) => [name, sha256]))
  for (const piece of pieces) {
    const bytes = await wholeOf(handle, piece, 2 * pieceBytes)
    if (createHash('sha256').update(bytes).digest('hex') !== noted.get(piece.name))
      throw damaged(`at ${piece.name}`)
    yield await unpacked(bytes, { maxOutputLength: pieceBytes })
  }
}

/** The tables that the backup holds must be those that its migrations make. */
async function assertSameTables(
  client: ClientBase,
  schemas: readonly string[],
  tables: readonly TableRows[],
) {
  const known = new Map((await listTables(client, schemas)).map(({ name, columns }) => [name, columns]))
  const same = tables.every(({ name, columns }) => {
    const standing = new Set(known.get(name))
    return columns.length === standing.size && columns.every((column) => standing.has(column))
  })
  if (!same || known.size !== tables.length)
    throw new BackupRefused('The backup holds other tables than its migrations make. Nothing was restored.')
}

async function verifyRows(client: ClientBase, tables: readonly TableRows[]): Promise<void> {
  for (const { name, rows } of tables) {
    const found = await countRows(client, name)
    if (found !== rows)
      throw new BackupRefused(`Of ${rows} rows of ${name}, ${found} were restored. Nothing is kept.`)
  }
}

async function countFiles(client: ClientBase, schemas: readonly string[], finished: boolean) {
  let named = 0
  for await (const _ of addressesOfFiles(client, schemas, { finished })) named += 1
  return named
}

async function verifyFiles(client: ClientBase, schemas: readonly string[], { manifest }: CheckedBackup) {
  const { count, missing } = manifest.files
  const named = await countFiles(client, schemas, false)
  const known = count + missing.length
  if (named !== known && (await countFiles(client, schemas, true)) !== known)
    throw new BackupRefused(`The tables name ${named} files, and the backup holds ${count}.`)
}

async function copyAll(client: ClientBase, { handle, backup }: Filling): Promise<void> {
  const pieces = Map.groupBy(backup.parts.values(), ({ name }) => tableIn(name) ?? '')
  for (const table of backup.manifest.tables)
    await copyIn(client, copyInto(table), rowsOf(handle, backup, pieces.get(table.name) ?? []))
}

/** Fills an empty database in one transaction, which ends only once rows, files and log were found to be as they were. */
export async function fillDatabase(connection: Connection, filling: Filling): Promise<void> {
  const { head, manifest } = filling.backup
  const schemas = await ownSchemas()
  const one = await connectOne<RecordTables>(connection, 'parley restore')
  try {
    await one.db.transaction().execute(async (tx) => {
      await migrateWithin(tx, migrationsFolder, new Set(head.migrations.map(({ name }) => name)))
      await settle(one.client)
      await assertSameTables(one.client, schemas, manifest.tables)
      await refill(one.client, schemas, manifest.tables, () => copyAll(one.client, filling))
      for (const sequence of manifest.sequences) await setSequence(one.client, sequence)
      await verifyRows(one.client, manifest.tables)
      await verifyFiles(one.client, schemas, filling.backup)
      const log = await checkLog(tx, filling.logKey, filling.known)
      if ((log.note ?? null) !== manifest.checkpoint)
        throw new BackupRefused('The restored log does not end with the checkpoint of the backup.')
    })
    await refreshStatistics(one.client)
  } finally {
    await one.close()
  }
}
