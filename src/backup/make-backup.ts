import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { type FileHandle, open, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { ClientBase } from 'pg'
import { type ErasingTables, ledgersIn, listMissing } from '../erasing/index.ts'
import type { Installation } from '../installation.ts'
import { connectOne, copyOut, type Tx } from '../platform/db/index.ts'
import { type FileStore, openFileStore } from '../platform/files/index.ts'
import { type Instant, systemClock } from '../platform/time.ts'
import { latestHead, type RecordTables } from '../record/index.ts'
import { assertFolder, assertRoom, isFull, readStream, settleAs } from './files.ts'
import { writeLastBackup } from './last-backup.ts'
import { ownSchemas } from './migrations.ts'
import {
  BackupRefused,
  fileNameAt,
  format,
  type Head,
  headName,
  keyNames,
  ledgerName,
  type Manifest,
  manifestName,
  pieceBytes,
  pieceName,
  readme,
  sealName,
  type TableRows,
} from './model.ts'
import {
  addressesOfFiles,
  copyOutOf,
  databaseBytes,
  listSequences,
  listTables,
  migrationsOf,
  settle,
  type Table,
} from './store.ts'
import { ArchiveWriter } from './write-archive.ts'

const packed = promisify(gzip)

export interface BackupOptions {
  folder: string
  keys: boolean
  tell: (line: string) => void
}

export interface MadeBackup {
  file: string
  bytes: number
  manifest: Manifest
}

interface Making {
  client: ClientBase
  schemas: readonly string[]
  store: FileStore
  archive: ArchiveWriter
}

/** What the tables and files will take at most; indexes are counted, compression is not. */
async function assertRoomFor(
  { client, schemas, store }: Omit<Making, 'archive'>,
  folder: string,
): Promise<void> {
  let bytes = await databaseBytes(client)
  for await (const sha256 of addressesOfFiles(client, schemas))
    bytes += (await stat(store.pathOf(sha256)).catch(() => undefined))?.size ?? 0
  await assertRoom(folder, bytes)
}

async function addPiece(archive: ArchiveWriter, table: string, piece: number, bytes: Buffer): Promise<void> {
  await archive.add(pieceName(table, piece), await packed(bytes, { level: 1 }))
}

async function addTable({ client, archive }: Making, table: Table): Promise<TableRows> {
  let rows = 0
  let piece = 0
  let waiting: Buffer[] = []
  let length = 0
  const counted = (all: number) => {
    rows = all
  }
  for await (const chunk of copyOut(client, copyOutOf(table), counted)) {
    waiting.push(chunk)
    length += chunk.length
    if (length < pieceBytes) continue
    let rest = Buffer.concat(waiting)
    for (; rest.length >= pieceBytes; rest = rest.subarray(pieceBytes))
      await addPiece(archive, table.name, ++piece, rest.subarray(0, pieceBytes))
    waiting = [rest]
    length = rest.length
  }
  if (length > 0) await addPiece(archive, table.name, ++piece, Buffer.concat(waiting))
  return { ...table, rows }
}

/** A file that was erased since the tables were read is gone rightly; one that was lost is told like it. */
async function addFiles({ client, schemas, store, archive }: Making): Promise<Manifest['files']> {
  const files: Manifest['files'] = { count: 0, bytes: 0, missing: [] }
  for await (const sha256 of addressesOfFiles(client, schemas)) {
    const path = store.pathOf(sha256)
    const found = await stat(path).catch(() => undefined)
    if (!found) {
      files.missing.push(sha256)
      continue
    }
    if (!(await archive.addStored(sha256, found.size, readStream(path))))
      throw new BackupRefused(
        `The stored file ${sha256} does not hold what it was stored with: its disk fails.`,
      )
    files.count += 1
    files.bytes += found.size
  }
  return files
}

async function addKeys(archive: ArchiveWriter, folder: string): Promise<void> {
  for (const name of keyNames) await archive.add(`keys/${name}`, await readFile(join(folder, name)))
}

/** What was erased before the tables' moment stands in it, and also in them. */
async function addLedger(archive: ArchiveWriter, dataFolder: string): Promise<void> {
  const file = join(dataFolder, ledgerName)
  if (existsSync(file)) await archive.add(ledgerName, await readFile(file))
}

async function addAll(making: Making, tx: Tx<RecordTables>, tell: BackupOptions['tell']): Promise<Manifest> {
  const { client, schemas, archive } = making
  const sequences = await listSequences(client, schemas)
  const tables: TableRows[] = []
  for (const table of await listTables(client, schemas)) tables.push(await addTable(making, table))
  tell(`${tables.length} tables with ${tables.reduce((sum, { rows }) => sum + rows, 0)} rows.`)
  const files = await addFiles(making)
  tell(`${files.count} files.`)
  const { note, size } = (await latestHead(tx)) ?? { note: null, size: 0 }
  const manifest = { tables, sequences, checkpoint: note, leaves: size, files, parts: archive.parts }
  const bytes = Buffer.from(JSON.stringify(manifest))
  await archive.add(manifestName, bytes)
  const seal = createHash('sha256').update(bytes).digest('hex')
  await archive.add(sealName, Buffer.from(`${seal}  ${manifestName}\n`))
  await archive.end()
  return { ...manifest, parts: [...archive.parts] }
}

async function fill(
  handle: FileHandle,
  { config }: Installation<ErasingTables>,
  { client, tx, at }: { client: ClientBase; tx: Tx<RecordTables>; at: Instant },
  { folder, keys, tell }: BackupOptions,
) {
  const schemas = await ownSchemas()
  const store = await openFileStore(join(config.dataFolder, 'files'))
  await settle(client)
  await assertRoomFor({ client, schemas, store }, folder)
  const archive = new ArchiveWriter(handle, Math.floor(at.getTime() / 1000))
  const migrations = await migrationsOf(client)
  const head: Head = { format, at: at.toISOString(), address: config.url, keys, migrations }
  await archive.add(headName, Buffer.from(`${JSON.stringify(head, undefined, 2)}\n`))
  await archive.add('README.txt', Buffer.from(readme))
  if (keys) await addKeys(archive, config.keysFolder)
  await addLedger(archive, config.dataFolder)
  const manifest = await addAll({ client, schemas, store, archive }, tx, tell)
  return { manifest, bytes: archive.bytes }
}

async function writeAt(
  handle: FileHandle,
  installation: Installation<ErasingTables>,
  at: Instant,
  options: BackupOptions,
) {
  const one = await connectOne<RecordTables>(installation.connection, 'parley backup')
  try {
    return await one.db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute((tx) => fill(handle, installation, { client: one.client, tx, at }, options))
  } finally {
    await one.close()
  }
}

/** After a restore the next start erases again; what is backed up before would hold what was erased. */
async function assertReplayed({ db, config }: Installation<ErasingTables>): Promise<void> {
  const { missing } = await listMissing({ db, ...ledgersIn(config) })
  if (missing.length === 0) return
  throw new BackupRefused(
    `The ledger of erasures names ${missing.length} that the database still holds. Start Parley once, which erases them; then make the backup.`,
  )
}

/**
 * Writes all that an installation holds into one new file, while it may be running and taking comments: the tables as
 * of one moment, then the files they name. It bears its name only once it is whole and on the disk.
 */
export async function makeBackup(
  installation: Installation<ErasingTables>,
  options: BackupOptions,
): Promise<MadeBackup> {
  await assertFolder(options.folder)
  await assertReplayed(installation)
  const at = systemClock.now()
  const file = join(options.folder, fileNameAt(at.toISOString()))
  const temporary = `${file}.${process.pid}.unfinished`
  try {
    const handle = await open(temporary, 'wx', 0o600)
    const made = await writeAt(handle, installation, at, options).finally(() => handle.close())
    await settleAs(temporary, file)
    await writeLastBackup(installation.config.dataFolder, { at: at.toISOString(), file, bytes: made.bytes })
    return { file, ...made }
  } catch (error) {
    throw isFull(error) ? new BackupRefused(`There is no room left in ${options.folder}.`) : error
  } finally {
    await rm(temporary, { force: true })
  }
}
