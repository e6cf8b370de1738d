import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { type FileHandle, open, readdir, rm, rmdir } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { type ErasingTables, ledgersIn, parseLedger, replayErasures } from '../erasing/index.ts'
import { clusterFolder, type Installation, joinInstallation, reachDatabase } from '../installation.ts'
import type { Config } from '../platform/config.ts'
import { makeDataFolder } from '../platform/data-folder.ts'
import { clusterHome } from '../platform/db/cluster/index.ts'
import { openFileStore } from '../platform/files/index.ts'
import { clearUnfinished, markUnfinished } from '../platform/unfinished-restore.ts'
import { keptCheckpoint, type RecordTables } from '../record/index.ts'
import { filesPointedAt, type TidyTables } from '../tidy.ts'
import { type CheckedBackup, checkBackup } from './check-backup.ts'
import { assertRoom, isFull, writePrivate } from './files.ts'
import { fillDatabase } from './fill-database.ts'
import {
  assertEmptyDatabase,
  assertEmptyFolder,
  type FoundKeys,
  findKeys,
  findKnownHead,
} from './judge-target.ts'
import { addressIn, BackupRefused, ledgerName } from './model.ts'
import { contentOf, damaged, entriesIn, wholeOf } from './read-archive.ts'
import { assertReadable, type FoundLedgers, findLedgers, restoreLedger } from './restore-ledger.ts'

export interface RestoreOptions {
  file: string
  /** A file with the newest checkpoint that anybody has of this log. */
  lastCheckpoint: string | undefined
  /** A ledger of erasures newer than the one in the backup. */
  erasures?: string | undefined
  /** Whether to go on where lines of it cannot be read. */
  skipDamagedErasures?: boolean
  tell: (line: string) => void
  /** What is to be done within the restored installation before it counts as whole. */
  finish: (installation: Installation<RecordTables>) => Promise<void>
  mayLoseComments?: boolean
}

export interface Restored {
  backup: CheckedBackup
  /** How many leaves were signed after the backup, as far as is known; those are lost, and the log is not signed on. */
  later: number
  /** Erasures that the ledger names, and those of them that were done again. */
  erasures: number
  erased: number
  /** Where they were found besides the backup. */
  ledgers: readonly string[]
}

interface Judged {
  handle: FileHandle
  backup: CheckedBackup
  keys: FoundKeys
  head: { note: string; size: number } | undefined
  ledgers: FoundLedgers
}

async function openBackup(file: string): Promise<FileHandle> {
  try {
    const handle = await open(file, 'r')
    if ((await handle.stat()).isFile()) return handle
    await handle.close()
  } catch (error) {
    throw new BackupRefused(`The backup ${file} cannot be read: ${(error as Error).message}.`)
  }
  throw new BackupRefused(`${file} is no file.`)
}

function standingFolder(folder: string): string {
  return existsSync(folder) ? folder : standingFolder(dirname(resolve(folder)))
}

const mostBytes = 256 * 1024 ** 2

/** A backup may have been taken while a line was being written; the backup does not hold what it names yet. */
async function ledgerIn(handle: FileHandle, { parts }: CheckedBackup) {
  const entry = parts.get(ledgerName)
  return { ...parseLedger(entry ? (await wholeOf(handle, entry, mostBytes)).toString('utf8') : ''), cut: '' }
}

/** All that may be against it, found before anything is changed. */
async function judge(handle: FileHandle, config: Config, options: RestoreOptions): Promise<Judged> {
  const found = findLedgers(options.erasures, config)
  assertEmptyFolder(config)
  await assertEmptyDatabase(config)
  const backup = await checkBackup(handle)
  options.tell(`The backup of ${backup.head.at} is whole: each of its parts has its hash.`)
  const ledgers = { ...found, ledgers: [await ledgerIn(handle, backup), ...found.ledgers] }
  assertReadable(ledgers.ledgers, options.skipDamagedErasures ?? false)
  const keys = await findKeys(handle, backup, config.keysFolder)
  const head = findKnownHead(options.lastCheckpoint, config, keys.logKey)
  // Tables take about four times what they take compressed, with their indexes.
  const tables = backup.bytes - backup.manifest.files.bytes
  await assertRoom(standingFolder(config.dataFolder), backup.manifest.files.bytes + 4 * tables)
  return { handle, backup, keys, head, ledgers }
}

async function restoreFiles({ handle, backup }: Judged, config: Config): Promise<void> {
  const store = await openFileStore(join(config.dataFolder, 'files'))
  let count = 0
  for await (const entry of entriesIn(handle)) {
    const address = addressIn(entry.name)
    if (address === undefined) continue
    const { sha256 } = await store.putOwn(contentOf(handle, entry))
    if (sha256 !== address) throw damaged(`at ${entry.name}`)
    count += 1
  }
  if (count !== backup.manifest.files.count) throw damaged('among its files')
}

async function restoreKeys({ handle, backup, keys }: Judged, { keysFolder }: Config): Promise<void> {
  mkdirSync(keysFolder, { recursive: true, mode: 0o700 })
  for (const name of keys.restored) {
    const entry = backup.parts.get(`keys/${name}`)
    if (entry) await writePrivate(join(keysFolder, name), await wholeOf(handle, entry, 10_000))
  }
}

const sizeOf = ({ manifest }: CheckedBackup) => (manifest.checkpoint === null ? -1 : manifest.leaves)

const isLater = ({ head, backup }: Judged) => head !== undefined && head.size > sizeOf(backup)

async function fill(judged: Judged, config: Config, tell: RestoreOptions['tell']): Promise<void> {
  const { handle, backup, keys, head } = judged
  const known = isLater(judged) ? undefined : head?.note
  const reached = await reachDatabase(config, tell)
  try {
    await fillDatabase(reached.connection, { handle, backup, logKey: keys.logKey, known })
  } finally {
    await reached.stop()
  }
}

/** The sequencer compares the log with this before it signs: with a later head it signs nothing. */
async function keepHead(judged: Judged, { keysFolder }: Config): Promise<void> {
  const note = isLater(judged) ? judged.head?.note : judged.backup.manifest.checkpoint
  if (note) await keptCheckpoint(keysFolder).write(note)
}

/** Takes away what a restore that failed has put into a folder that was empty. */
async function clearAway(
  { dataFolder, keysFolder }: Config,
  keys: readonly string[],
  clusterAt: string,
): Promise<void> {
  rmSync(clusterAt, { recursive: true, force: true })
  for (const name of keys) await rm(join(keysFolder, name), { force: true })
  await rmdir(keysFolder).catch(() => {})
  for (const name of await readdir(dataFolder))
    if (resolve(dataFolder, name) !== resolve(keysFolder) && name !== ledgerName)
      await rm(join(dataFolder, name), { recursive: true, force: true })
}

async function put(judged: Judged, config: Config, { tell }: RestoreOptions): Promise<void> {
  try {
    await restoreFiles(judged, config)
    tell(`${judged.backup.manifest.files.count} files restored, each under its hash.`)
    await restoreKeys(judged, config)
    await fill(judged, config, tell)
    tell('All tables restored; the log counted anew from its leaves is the one that was signed.')
  } catch (error) {
    await clearAway(config, judged.keys.restored, clusterHome(clusterFolder(config)))
    throw isFull(error) ? new BackupRefused('There is no room left. Nothing was restored.') : error
  }
}

/** Does the rest within what was restored: first of all what was erased is erased again, before anybody reads or copies it. */
async function finish(config: Config, { finish: act, ...options }: RestoreOptions): Promise<number> {
  const { mayLoseComments = false } = options
  const unfinished = 'yes' as const
  const installation = await joinInstallation<ErasingTables & TidyTables>(config, {
    log: options.tell,
    mayLoseComments,
    unfinished,
  })
  try {
    const { db } = installation
    const files = await openFileStore(join(config.dataFolder, 'files'))
    const services = { db, files, pointedAt: filesPointedAt(db), ...ledgersIn(config) }
    const { applied, problems } = await replayErasures(services)
    for (const problem of problems) options.tell(problem)
    await act(installation)
    return applied
  } finally {
    await installation.close()
  }
}

/** Restores a backup into an empty folder and an empty database, or changes nothing and says why. */
export async function restoreBackup(config: Config, options: RestoreOptions): Promise<Restored> {
  const handle = await openBackup(options.file)
  try {
    const judged = await judge(handle, config, options)
    makeDataFolder(config.dataFolder)
    markUnfinished(config.dataFolder, options.file)
    await put(judged, config, options)
    await keepHead(judged, config)
    const erasures = await restoreLedger(judged.ledgers.ledgers, config.dataFolder)
    const erased = await finish(config, options)
    clearUnfinished(config.dataFolder)
    const later = isLater(judged) ? (judged.head?.size ?? 0) - Math.max(sizeOf(judged.backup), 0) : 0
    return { backup: judged.backup, later, erasures, erased, ledgers: judged.ledgers.files }
  } finally {
    await handle.close()
  }
}
