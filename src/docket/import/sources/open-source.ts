import { createReadStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { headLength, sniff } from '../../../platform/files/index.ts'
import type { Row, UnreadRow } from '../model.ts'
import { type FilesBeside, filesBeside, listBeside, listFolder } from './files-beside.ts'
import { readCsv } from './read-csv.ts'
import { readJson, rowsOfJsonFile } from './read-json.ts'
import type { BytesRead } from './read-lines.ts'
import { type UnpackRefusal, unpack } from './unpack.ts'

/** What was brought, opened: its rows, the files beside them, and how far they were read. */
export interface Source {
  rows(): AsyncGenerator<Row | UnreadRow>
  beside: FilesBeside | undefined
  /** From 0 to 1. */
  part(): number
  close(): Promise<void>
}

export type SourceRefusal =
  | UnpackRefusal
  | { refused: 'empty' | 'no-table' | 'not-a-table' }
  | { refused: 'many-tables'; tables: string[] }

const table = /\.(?:csv|tsv|jsonl|ndjson)$/i
const json = /\.json$/i

async function headOf(file: string): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of createReadStream(file, { end: headLength - 1 })) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}

const firstSign = (head: Buffer) =>
  head
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trimStart()
    .slice(0, 1)

const nothingToClose = async () => {}

async function tableSource(file: string, beside: FilesBeside | undefined): Promise<Source | SourceRefusal> {
  const [head, { size }] = [await headOf(file), await stat(file)]
  if (size === 0) return { refused: 'empty' }
  const kind = sniff(head)
  if (!['text', 'unknown', 'html'].includes(kind)) return { refused: 'not-a-table' }
  const read: BytesRead = { bytes: 0 }
  const reader = ['{', '['].includes(firstSign(head)) ? readJson : readCsv
  return {
    rows: () => reader(file, read),
    beside,
    part: () => Math.min(1, read.bytes / size),
    close: nothingToClose,
  }
}

/** Answers of an API, a file each: their rows in the order of their names. */
function answersSource(root: string, names: readonly string[], beside: FilesBeside): Source {
  let done = 0
  async function* rows(): AsyncGenerator<Row | UnreadRow> {
    let row = 0
    for (const place of names) {
      for (const one of await rowsOfJsonFile(join(root, place))) {
        row += 1
        yield { ...one, row, place }
      }
      done += 1
    }
  }
  return { rows, beside, part: () => done / names.length, close: nothingToClose }
}

/** A table among its documents; where it lies deeper, it names them as they lie beside it. */
async function tableWithin(
  root: string,
  place: string,
  names: readonly string[],
): Promise<Source | SourceRefusal> {
  const others = names.filter((name) => name !== place)
  const source = await tableSource(join(root, place), filesBeside(root, others))
  if ('refused' in source || !place.includes('/')) return source
  async function* placed(rows: AsyncGenerator<Row | UnreadRow>): AsyncGenerator<Row | UnreadRow> {
    for await (const row of rows) yield { ...row, place }
  }
  return { ...source, rows: () => placed(source.rows()) }
}

async function folderSource(root: string): Promise<Source | SourceRefusal> {
  const names = await listFolder(root)
  const tables = names.filter((name) => table.test(name))
  const answers = names.filter((name) => json.test(name))
  const [only, ...more] = tables
  if (only !== undefined) {
    if (more.length > 0) return { refused: 'many-tables', tables }
    return tableWithin(root, only, names)
  }
  if (answers.length === 0) return { refused: names.length === 0 ? 'empty' : 'no-table' }
  return answersSource(
    root,
    answers,
    filesBeside(
      root,
      names.filter((name) => !json.test(name)),
    ),
  )
}

async function zipSource(file: string): Promise<Source | SourceRefusal> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-import-'))
  const close = () => rm(folder, { recursive: true, force: true })
  try {
    const source = (await unpack(file, folder)) ?? (await folderSource(folder))
    if ('refused' in source) await close()
    return 'refused' in source ? source : { ...source, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** A file alone may have its attachments beside it; what else lies there was not brought, and nothing is said of it. */
async function loneSource(file: string): Promise<Source | SourceRefusal> {
  const root = dirname(file)
  const beside = filesBeside(root, await listBeside(root))
  return tableSource(file, { ...beside, unused: () => [] })
}

/** Opens a file or a folder, whatever it is by its bytes; `lone` looks for attachments beside a single file. */
export async function openSource(path: string, { lone = false } = {}): Promise<Source | SourceRefusal> {
  if ((await stat(path)).isDirectory()) return folderSource(path)
  const kind = sniff(await headOf(path))
  if (kind === 'zip') return zipSource(path)
  return lone ? loneSource(path) : tableSource(path, undefined)
}
