import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Owner } from './owner.ts'

/** Where root keeps what the server's user cannot reach elsewhere. */
export const sharedHome = '/var/lib/parley'

/** Says whether the owner can enter the folder and write there. */
function canUse(owner: Owner, folder: string): boolean {
  const script = 'cd -- "$1" && test -w . && test -x .'
  return spawnSync('/bin/sh', ['-c', script, 'sh', folder], { ...owner.as, cwd: '/' }).status === 0
}

/** Makes a folder that belongs to the owner and to nobody else. */
function privateFolder(folder: string, { as }: Owner): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  give(folder, as)
  return folder
}

function give(folder: string, as: Owner['as']): void {
  if (as.uid !== undefined && as.gid !== undefined) chownSync(folder, as.uid, as.gid)
  chmodSync(folder, 0o700)
}

export function makeSharedHome(): string {
  mkdirSync(sharedHome, { recursive: true })
  chmodSync(sharedHome, 0o711)
  return sharedHome
}

/** What an earlier start wrote down about a home elsewhere, if it did. */
export function homeOf(folder: string): string {
  try {
    return readFileSync(join(folder, 'elsewhere'), 'utf8').trim()
  } catch {
    return resolve(folder)
  }
}

function moveElsewhere(folder: string): string {
  const home = join(makeSharedHome(), randomBytes(6).toString('hex'))
  try {
    writeFileSync(join(folder, 'elsewhere'), `${home}\n`, { flag: 'wx', mode: 0o600 })
  } catch {
    return homeOf(folder)
  }
  return home
}

/** The folder for the server's files: the one asked for, or one elsewhere that its user can reach. */
export function findHome(folder: string, owner: Owner, log: (line: string) => void): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const home = homeOf(folder)
  if (home !== resolve(folder)) return privateFolder(home, owner)
  privateFolder(home, owner)
  if (canUse(owner, home)) return home
  if (owner.as.uid === undefined) throw new Error(`The folder ${home} cannot be written to by you.`)
  const other = moveElsewhere(home)
  log(`The user ${owner.name} cannot reach ${home}: the database is kept in ${other}.`)
  return privateFolder(other, owner)
}

// The kernel's limit for the whole path of a socket is 104 to 108 bytes.
function isShortEnough(folder: string): boolean {
  return Buffer.byteLength(join(folder, '.s.PGSQL.5432.lock')) < 100
}

/** The folder for the server's socket: its home, or a short private one where the home's path is too long. */
export function findSocketFolder(home: string, owner: Owner): string {
  if (isShortEnough(home)) return home
  for (const parent of [tmpdir(), '/tmp']) {
    if (!isShortEnough(join(parent, 'parley-sockets-123456'))) continue
    const folder = mkdtempSync(join(parent, 'parley-sockets-'))
    give(folder, owner.as)
    if (canUse(owner, folder)) return folder
  }
  throw new Error(
    `The path ${home} is too long for a database. Set PARLEY_DATA to a folder with a shorter path.`,
  )
}
