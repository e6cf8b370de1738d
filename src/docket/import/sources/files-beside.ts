import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, sep } from 'node:path'
import type { NamedFile } from '../model.ts'

/** The files that came along with a table or with answers of an API, by their names within the folder. */
export interface FilesBeside {
  /** Where the file lies that a row names; nothing where it did not come along. */
  find(
    named: NamedFile,
    row: { id: string | undefined; place: string | undefined },
  ): Promise<Beside | undefined>
  /** Those that no row has named. */
  unused(): string[]
}

export interface Beside {
  name: string
  path: string
}

const leftAside = /(^|\/)(?:\.|__MACOSX\/|Thumbs\.db$|desktop\.ini$)/i
/** More would be no folder of comments, and each name is held in memory. */
export const MOST_FILES_IN_FOLDER = 200_000

/** Every file in a folder and the folders within, by name; links are not followed, for they may lead out of it. */
export async function listFolder(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((name) => !leftAside.test(name))
    .toSorted()
}

/** The files beside one file: of its own folder, and of the one named `attachments` in it. */
export async function listBeside(root: string): Promise<string[]> {
  const entries = await readdir(root, { withFileTypes: true })
  const own = entries.filter((entry) => entry.isFile()).map(({ name }) => name)
  const within = entries.some((entry) => entry.isDirectory() && entry.name === 'attachments')
    ? await listFolder(join(root, 'attachments'))
    : []
  return [...own, ...within.map((name) => `attachments/${name}`)]
}

function lastOf(name: string): string {
  const path = /^https?:\/\//i.test(name) ? (name.split(/[?#]/)[0] ?? name) : name
  const last = path.split(/[\\/]/).at(-1) ?? path
  try {
    return decodeURIComponent(last)
  } catch {
    return last
  }
}

/** Names that say whose file it is: no other comment can mean the same one. */
function ownNames(file: string, id: string, folder: string): string[] {
  const folders = [
    folder,
    join(folder, 'attachments'),
    join(folder, '..', 'comments_attachments'),
    '',
    'attachments',
  ]
  return folders.flatMap((one) => [join(one, id, file), join(one, `${id}_${file}`)])
}

function plainNames(named: string, file: string, folder: string): string[] {
  const asNamed = /^https?:\/\//i.test(named) ? [] : [named.replaceAll('\\', '/')]
  const names = [...asNamed, join('attachments', file), join('files', file), file]
  return names.flatMap((name) => [join(folder, name), join(name)])
}

/** The files of a folder that are no tables; `attachment_1.pdf` alone must have the size that is said of it. */
export function filesBeside(root: string, names: readonly string[]): FilesBeside {
  const exact = new Map(names.map((name) => [name, name]))
  const inAnyCase = new Map(names.map((name) => [name.normalize('NFC').toLowerCase(), name]))
  const used = new Set<string>()
  const there = (name: string) => exact.get(name) ?? inAnyCase.get(name.normalize('NFC').toLowerCase())
  const asSaid = async (name: string, size: number | undefined) =>
    size === undefined || (await stat(join(root, name))).size === size
  return {
    async find({ name, size }, { id, place }) {
      const [file, folder] = [lastOf(name), place === undefined ? '' : dirname(place)]
      const own = id ? ownNames(file, id, folder).map(there).find(Boolean) : undefined
      const plain = own ?? plainNames(name, file, folder).map(there).find(Boolean)
      if (plain === undefined || (own === undefined && !(await asSaid(plain, size)))) return undefined
      used.add(plain)
      return { name: basename(file), path: join(root, plain) }
    },
    unused: () => names.filter((name) => !used.has(name)),
  }
}
