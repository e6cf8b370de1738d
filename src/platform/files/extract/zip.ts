import type { Readable } from 'node:stream'
import type { Entry, ZipFile } from 'yauzl'
import type { ExtractionLimits, ExtractionWarning } from './model.ts'

export type Inspection =
  | { names: Set<string>; parts: Map<string, string>; warnings: ExtractionWarning[] }
  | { refused: 'too-large' | 'damaged' | 'encrypted' }

/** Text packs at best about 1 : 30; what packs better by far was made to fill a memory. */
const highestRatio = 200
const ratioMattersFrom = 1_000_000
/** Further documents inside: they are inflated to be measured, but never opened. */
const documentInside = /\.(?:zip|docx|docm|xlsx|xlsm|pptx|odt|ods|odp|pdf|doc|xls|ppt|rtf|html?)$/i

async function listEntries(zip: ZipFile, most: number): Promise<Entry[] | undefined> {
  const entries: Entry[] = []
  if (zip.entryCount > most) return undefined
  for await (const entry of zip.eachEntry()) {
    entries.push(entry)
    if (entries.length > most) return undefined
  }
  return entries
}

function isBomb({ compressedSize, uncompressedSize }: Entry): boolean {
  return uncompressedSize > ratioMattersFrom && uncompressedSize > compressedSize * highestRatio
}

function claimsTooMuch(entries: Entry[], { inflatedBytes }: ExtractionLimits): boolean {
  const total = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0)
  return total > inflatedBytes || entries.some(isBomb)
}

async function contentOf(stream: Readable, keep: boolean): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) if (keep) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

/** Inflates each part once and keeps only those wanted: yauzl stops at the first byte beyond the claimed size. */
async function measure(
  zip: ZipFile,
  entries: Entry[],
  wanted: readonly string[],
): Promise<Map<string, string>> {
  const parts = new Map<string, string>()
  for (const entry of entries.filter(({ fileName }) => !fileName.endsWith('/'))) {
    const keep = wanted.includes(entry.fileName)
    const content = await contentOf(await zip.openReadStreamPromise(entry), keep)
    if (keep) parts.set(entry.fileName, content)
  }
  return parts
}

async function inspect(
  zip: ZipFile,
  limits: ExtractionLimits,
  wanted: readonly string[],
): Promise<Inspection> {
  const entries = await listEntries(zip, limits.zipEntries)
  if (!entries || claimsTooMuch(entries, limits)) return { refused: 'too-large' }
  if (entries.some((entry) => entry.isEncrypted())) return { refused: 'encrypted' }
  const names = new Set(entries.map(({ fileName }) => fileName))
  const inside = entries.filter(({ fileName }) => documentInside.test(fileName)).length
  const warnings = inside > 0 ? [{ kind: 'files-inside-left-out', count: inside } as const] : []
  return { names, parts: await measure(zip, entries, wanted), warnings }
}

/** Looks a document's zip over before anything opens it: how many parts, how large they say they are, and are. */
export async function inspectZip(
  bytes: Buffer,
  limits: ExtractionLimits,
  wanted: readonly string[],
): Promise<Inspection> {
  const { fromBufferPromise } = await import('yauzl')
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false })
    return await inspect(zip, limits, wanted)
  } catch {
    return { refused: 'damaged' }
  }
}
