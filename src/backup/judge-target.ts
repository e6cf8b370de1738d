import { createPrivateKey, type KeyObject } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Config } from '../platform/config.ts'
import { connectOne } from '../platform/db/index.ts'
import { keptCheckpoint, readSignedHead } from '../record/index.ts'
import type { CheckedBackup } from './check-backup.ts'
import { ownSchemas } from './migrations.ts'
import { BackupRefused, ledgerName } from './model.ts'
import { wholeOf } from './read-archive.ts'
import { listSchemas } from './store.ts'

const listed = (folder: string) => (existsSync(folder) ? readdirSync(folder) : [])

/** Only the keys may be there already, for those who keep them apart, and a ledger of erasures that outlived the rest. */
export function assertEmptyFolder({ dataFolder, keysFolder }: Config): void {
  const found = listed(dataFolder).filter(
    (name) => resolve(dataFolder, name) !== resolve(keysFolder) && name !== ledgerName,
  )
  const [first] = found
  if (first === undefined) return
  throw new BackupRefused(
    `The data folder ${dataFolder} is not empty: it holds ${first}. Set PARLEY_DATA to an empty or new folder.`,
  )
}

export async function assertEmptyDatabase({ databaseUrl: url }: Config): Promise<void> {
  if (!url) return
  const one = await connectOne({ url }, 'parley restore')
  try {
    const [found] = await listSchemas(one.client, await ownSchemas())
    if (found === undefined) return
    throw new BackupRefused(
      `The database that DATABASE_URL names is not empty: it has the schema ${found}. Name an empty one.`,
    )
  } finally {
    await one.close()
  }
}

const logKeyName = 'log-key.pem'

function parseKey(pem: Buffer): KeyObject | undefined {
  try {
    return createPrivateKey(pem)
  } catch {
    return undefined
  }
}

export interface FoundKeys {
  logKey: KeyObject
  /** Names of those to take from the backup. */
  restored: readonly string[]
}

async function keyInBackup(handle: FileHandle, backup: CheckedBackup): Promise<Buffer | undefined> {
  const entry = backup.parts.get(`keys/${logKeyName}`)
  return entry && wholeOf(handle, entry, 10_000)
}

/** The key that the log goes on with: that in the backup, or the one that lies there already; never two. */
export async function findKeys(
  handle: FileHandle,
  backup: CheckedBackup,
  folder: string,
): Promise<FoundKeys> {
  const file = join(folder, logKeyName)
  const here = existsSync(file) ? parseKey(readFileSync(file)) : undefined
  const pem = await keyInBackup(handle, backup)
  const brought = pem && parseKey(pem)
  const logKey = brought ?? here
  if (!logKey) {
    throw new BackupRefused(
      `The backup was made without keys. Put log-key.pem and cookie-secret.hex into ${folder} first.`,
    )
  }
  if (here && !here.equals(logKey)) {
    throw new BackupRefused(`Another log key lies in ${folder} than in the backup. Move it away, or use it.`)
  }
  const { checkpoint } = backup.manifest
  if (checkpoint !== null && !readSignedHead(checkpoint, logKey)) {
    throw new BackupRefused(`The log in the backup was signed with another key than ${file}.`)
  }
  const names = [...backup.parts.keys()].flatMap((name) => /^keys\/(.+)$/.exec(name)?.[1] ?? [])
  return { logKey, restored: names.filter((name) => !existsSync(join(folder, name))) }
}

/** The newest head that this log is known to have had, when that is later than the backup's. */
export function findKnownHead(
  given: string | undefined,
  { keysFolder }: Config,
  logKey: KeyObject,
): { note: string; size: number } | undefined {
  const notes = [keptCheckpoint(keysFolder).read(), given && readGiven(given)]
  const heads = notes.flatMap((note) => {
    if (!note) return []
    const head = readSignedHead(note, logKey)
    if (head) return [{ note, size: head.size }]
    throw new BackupRefused(
      'The last checkpoint that was named, or lies beside the keys, was not signed by the key of this log.',
    )
  })
  return heads.toSorted((a, b) => b.size - a.size)[0]
}

function readGiven(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new BackupRefused(`The checkpoint ${file} cannot be read.`)
  }
}
