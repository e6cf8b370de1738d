import { constants, createReadStream, existsSync } from 'node:fs'
import { access, copyFile, link, mkdir, rm, stat, statfs, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { syncFolder } from '../platform/files/index.ts'
import { BackupRefused, sizeInWords } from './model.ts'

const spare = 64 * 1024 ** 2

/** Says in a sentence when a folder's disk has less room than this. */
export async function assertRoom(folder: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  const free = bavail * bsize
  if (free >= bytes + spare) return
  throw new BackupRefused(
    `There is too little room in ${folder}: it needs about ${sizeInWords(bytes + spare)}, and ${sizeInWords(free)} are free.`,
  )
}

export function isFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')
}

/** Gives a finished file its name, which no other file has; where there are no hard links it is copied. */
export async function settleAs(temporary: string, file: string): Promise<void> {
  try {
    await link(temporary, file)
  } catch (error) {
    if (existsSync(file)) throw new BackupRefused(`There is a file ${file} already; it was left as it is.`)
    if (!['EPERM', 'ENOTSUP', 'EMLINK', 'ENOSYS'].includes((error as NodeJS.ErrnoException).code ?? ''))
      throw error
    await copyFile(temporary, file, constants.COPYFILE_EXCL)
  }
  await rm(temporary)
  await syncFolder(dirname(file))
}

export async function assertFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined)
  if (!found?.isDirectory())
    throw new BackupRefused(`There is no folder ${folder}. Make it, or name another.`)
  await access(folder, constants.W_OK).catch(() => {
    throw new BackupRefused(`The folder ${folder} cannot be written to.`)
  })
}

/** Writes a small private file so that it outlives a loss of power. */
export async function writePrivate(file: string, bytes: Uint8Array | string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  await writeFile(file, bytes, { mode: 0o600, flush: true })
  await syncFolder(dirname(file))
}

export const readStream = (path: string): AsyncIterable<Uint8Array> =>
  createReadStream(path, { highWaterMark: 1024 ** 2 })
