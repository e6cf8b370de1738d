import { createHash, randomUUID } from 'node:crypto'
import { constants, createReadStream, type ReadStream } from 'node:fs'
import { access, type FileHandle, mkdir, open, readdir, rename, rm, stat, statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { NotFound, Unavailable } from '../errors.ts'
import type { Instant } from '../time.ts'
import type { Scanner } from './scan.ts'

const KEPT_FREE = 1024 ** 3

export interface Stored {
  /** The file's address: the SHA-256 of its bytes, in hex. */
  sha256: string
  size: number
}

export type Putting =
  | Stored
  | { refused: 'too-large' | 'empty' | 'not-checked' }
  | { refused: 'infected'; found: string }

/** Which of these addresses something still points at. */
export type PointedAt = (addresses: readonly string[]) => Promise<ReadonlySet<string>>

/** Files by what they hold: the same bytes are kept once, and a name cannot be made to mean other bytes. */
export interface FileStore {
  /** Keeps the bytes; once it answers with an address they outlive a loss of power. */
  put(bytes: AsyncIterable<Uint8Array>, most: number): Promise<Putting>
  /** The same of what we made ourselves: nobody has to look for viruses in it, and it may be as large as it is. */
  putOwn(bytes: AsyncIterable<Uint8Array>): Promise<Stored>
  read(sha256: string): Promise<ReadStream>
  pathOf(sha256: string): string
  has(sha256: string): Promise<boolean>
  /** For erasure; the caller knows that nobody else points at the file. With a moment, only if it came before. */
  remove(sha256: string, before?: Instant): Promise<void>
  /** Clears away files that came before this moment and that nothing points at, broken uploads too; answers how many. */
  sweep(before: Instant, pointedAt: PointedAt): Promise<number>
}

/** Makes the names in a folder outlive a loss of power, where the system has a way to. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

async function write(handle: FileHandle, bytes: AsyncIterable<Uint8Array>, most: number): Promise<Putting> {
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of bytes) {
    size += chunk.length
    if (size > most) return { refused: 'too-large' }
    hash.update(chunk)
    await handle.writeFile(chunk)
  }
  await handle.sync()
  return size === 0 ? { refused: 'empty' } : { sha256: hash.digest('hex'), size }
}

function isFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')
}

/** Until it is found clean a file lies among those coming in, where nothing reads it and no row names it. */
async function examine(
  temporary: string,
  scanner: Scanner | undefined,
): Promise<Exclude<Putting, Stored> | undefined> {
  const verdict = await scanner?.scan(createReadStream(temporary))
  if (verdict === undefined || verdict === 'clean') return undefined
  return verdict === 'not-checked' ? { refused: verdict } : { refused: 'infected', found: verdict.found }
}

class Folder implements FileStore {
  readonly #root: string
  readonly #incoming: string
  readonly #scanner: Scanner | undefined

  constructor(root: string, scanner: Scanner | undefined) {
    this.#scanner = scanner
    this.#root = root
    this.#incoming = join(root, 'incoming')
  }

  async prepare(): Promise<this> {
    await mkdir(this.#incoming, { recursive: true, mode: 0o700 })
    return this
  }

  put(bytes: AsyncIterable<Uint8Array>, most: number): Promise<Putting> {
    return this.#put(bytes, most, this.#scanner)
  }

  async putOwn(bytes: AsyncIterable<Uint8Array>): Promise<Stored> {
    const putting = await this.#put(bytes, Number.POSITIVE_INFINITY, undefined)
    if ('refused' in putting) throw new Error(`What was made is ${putting.refused}.`)
    return putting
  }

  async #put(bytes: AsyncIterable<Uint8Array>, most: number, scanner: Scanner | undefined): Promise<Putting> {
    const temporary = join(this.#incoming, randomUUID())
    try {
      await this.#assertRoom()
      const handle = await open(temporary, 'wx', 0o600)
      const putting = await write(handle, bytes, most).finally(() => handle.close())
      const infection = 'sha256' in putting ? await examine(temporary, scanner) : undefined
      if (infection) return infection
      if ('sha256' in putting) await this.#settle(temporary, this.pathOf(putting.sha256))
      return putting
    } catch (error) {
      throw isFull(error) ? new Unavailable('There is no room left for files.', { cause: error }) : error
    } finally {
      await rm(temporary, { force: true })
    }
  }

  /** The database may lie on the same disk, and must go on writing when files no longer may. */
  async #assertRoom(): Promise<void> {
    const { bavail, bsize } = await statfs(this.#root)
    if (bavail * bsize < KEPT_FREE) throw new Unavailable('There is no room left for files.')
  }

  async #settle(temporary: string, path: string): Promise<void> {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    await rename(temporary, path)
    await syncFolder(dirname(path))
    await syncFolder(this.#root)
  }

  async read(sha256: string): Promise<ReadStream> {
    if (!(await this.has(sha256))) throw new NotFound('That file is not here.')
    return createReadStream(this.pathOf(sha256))
  }

  pathOf(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new NotFound('That is no address of a file.')
    return join(this.#root, sha256.slice(0, 2), sha256.slice(2))
  }

  has(sha256: string): Promise<boolean> {
    return access(this.pathOf(sha256), constants.R_OK).then(
      () => true,
      () => false,
    )
  }

  async remove(sha256: string, before?: Instant): Promise<void> {
    const found = await stat(this.pathOf(sha256)).catch(() => undefined)
    if (!found || (before && found.mtime >= before)) return
    await rm(this.pathOf(sha256), { force: true })
    await syncFolder(dirname(this.pathOf(sha256))).catch(() => {})
  }

  async sweep(before: Instant, pointedAt: PointedAt): Promise<number> {
    const none: PointedAt = async () => new Set()
    let swept = await this.#sweepFolder('incoming', before, none)
    for (const folder of await readdir(this.#root))
      if (folder.length === 2) swept += await this.#sweepFolder(folder, before, pointedAt)
    return swept
  }

  async #sweepFolder(folder: string, before: Instant, pointedAt: PointedAt): Promise<number> {
    const pointed = await pointedAt((await readdir(join(this.#root, folder))).map((name) => folder + name))
    let swept = 0
    for (const name of await readdir(join(this.#root, folder))) {
      if (pointed.has(folder + name)) continue
      const path = join(this.#root, folder, name)
      const found = await stat(path).catch(() => undefined)
      if (!found || found.mtime >= before) continue
      await rm(path, { force: true })
      swept += 1
    }
    return swept
  }
}

/** Opens the files of an installation, in a folder that nobody else on the machine may look into; a scanner looks at each before it is kept. */
export function openFileStore(root: string, scanner?: Scanner): Promise<FileStore> {
  return new Folder(root, scanner).prepare()
}
