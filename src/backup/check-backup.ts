import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { migrationsFolder } from '../installation.ts'
import { listMigrations } from '../platform/db/index.ts'
import {
  addressIn,
  BackupRefused,
  format,
  type Head,
  headName,
  type Manifest,
  manifestName,
  type Part,
  sealName,
} from './model.ts'
import { contentOf, damaged, entriesIn, type Placed, wholeOf } from './read-archive.ts'
import { parseHead, parseManifest } from './schemas.ts'

const mostManifest = 256 * 1024 ** 2

/** A backup of which every byte was compared with what was noted down when it was made. */
export interface CheckedBackup {
  head: Head
  manifest: Manifest
  /** Keys and pieces of tables, in the order of the file. */
  parts: ReadonlyMap<string, Placed>
  bytes: number
}

interface Seen {
  parts: Part[]
  places: Map<string, Placed>
  files: { count: number; bytes: number; last: string }
}

async function hashOf(handle: FileHandle, entry: Placed): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of contentOf(handle, entry)) hash.update(chunk)
  return hash.digest('hex')
}

function noteFile(seen: Seen, entry: Placed, sha256: string): void {
  const address = addressIn(entry.name)
  if (address !== sha256 || address <= seen.files.last) throw damaged(`at ${entry.name}`)
  seen.files = { count: seen.files.count + 1, bytes: seen.files.bytes + entry.size, last: address }
}

function notePart(seen: Seen, entry: Placed, sha256: string): void {
  if (seen.places.has(entry.name)) throw damaged(`at ${entry.name}`)
  seen.parts.push({ name: entry.name, size: entry.size, sha256 })
  seen.places.set(entry.name, entry)
}

async function readHeadEntry(handle: FileHandle, entry: Placed): Promise<Head> {
  if (entry.name !== headName) throw damaged('at its beginning')
  const bytes = await wholeOf(handle, entry, mostManifest)
  const head = parseHead(bytes)
  if (head?.format === format) return head
  const newer = /"format": *"parley-backup-/.test(bytes.toString('latin1'))
  throw newer
    ? new BackupRefused(
        'The backup is of a form that this version of Parley does not know. Use a newer Parley.',
      )
    : damaged('at its beginning')
}

async function assertKnown({ migrations }: Head): Promise<void> {
  const known = new Map((await listMigrations(migrationsFolder)).map(({ name, sha256 }) => [name, sha256]))
  const unknown = migrations.find(({ name, sha256 }) => known.get(name) !== sha256)
  if (!unknown) return
  throw new BackupRefused(
    `The backup was made by a newer or another Parley: this one does not know its migration ${unknown.name}. ` +
      'Restore it with the version that made it, or a newer one.',
  )
}

async function readAll(handle: FileHandle, seen: Seen): Promise<Head> {
  let head: Head | undefined
  for await (const entry of entriesIn(handle)) {
    head ??= await readHeadEntry(handle, entry)
    const sha256 = await hashOf(handle, entry)
    if (addressIn(entry.name) === undefined) notePart(seen, entry, sha256)
    else noteFile(seen, entry, sha256)
  }
  if (!head) throw damaged('at its beginning')
  return head
}

async function readSealed(handle: FileHandle, { places, parts }: Seen): Promise<Manifest> {
  const [sealed, seal] = [places.get(manifestName), places.get(sealName)]
  if (!sealed || !seal) throw damaged('at its end')
  const sha256 = parts.find(({ name }) => name === manifestName)?.sha256
  if ((await wholeOf(handle, seal, 1000)).toString('utf8') !== `${sha256}  ${manifestName}\n`)
    throw damaged(`at ${manifestName}`)
  const manifest = parseManifest(await wholeOf(handle, sealed, mostManifest))
  if (!manifest) throw damaged(`at ${manifestName}`)
  return manifest
}

/** The first part that is not what the manifest says, or has no counterpart there. */
function differing(seen: readonly Part[], noted: readonly Part[]): string | undefined {
  const [parts, names] = [
    new Map(noted.map((part) => [part.name, part])),
    new Set(seen.map(({ name }) => name)),
  ]
  const wrong = seen.find(({ name, size, sha256 }) => {
    const part = parts.get(name)
    return part?.size !== size || part.sha256 !== sha256
  })
  return wrong?.name ?? noted.find(({ name }) => !names.has(name))?.name
}

/** Reads a whole backup and compares every part with its hash, before anything is restored from it. */
export async function checkBackup(handle: FileHandle): Promise<CheckedBackup> {
  const seen: Seen = { parts: [], places: new Map(), files: { count: 0, bytes: 0, last: '' } }
  const head = await readAll(handle, seen)
  const manifest = await readSealed(handle, seen)
  const ours = seen.parts.filter(({ name }) => name !== manifestName && name !== sealName)
  const wrong = differing(ours, manifest.parts)
  if (wrong !== undefined) throw damaged(`at ${wrong}`)
  const { count, bytes } = seen.files
  if (count !== manifest.files.count || bytes !== manifest.files.bytes) throw damaged('among its files')
  await assertKnown(head)
  return { head, manifest, parts: seen.places, bytes: (await handle.stat()).size }
}
