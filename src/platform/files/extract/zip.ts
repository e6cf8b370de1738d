import type { Readable } from 'node:stream'
import type { Entry, ZipFile } from 'yauzl'
import type { ExtractionLimits } from './model.ts'

export type Inspection =
  | { names: Set<string>; main: string }
  | { refused: 'too-large' | 'damaged' | 'encrypted' | 'not-what-it-says' }

const mainPart = 'word/document.xml'
/** Text packs at best about 1 : 30; what packs better by far was made to fill a memory. */
const highestRatio = 200
const ratioMattersFrom = 1_000_000

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

/** Inflates each part once, without keeping it: yauzl stops at the first byte beyond the claimed size. */
async function measure(zip: ZipFile, entries: Entry[]): Promise<string> {
  let main = ''
  for (const entry of entries.filter(({ fileName }) => !fileName.endsWith('/'))) {
    const keep = entry.fileName === mainPart
    const content = await contentOf(await zip.openReadStreamPromise(entry), keep)
    if (keep) main = content
  }
  return main
}

async function inspect(zip: ZipFile, limits: ExtractionLimits): Promise<Inspection> {
  const entries = await listEntries(zip, limits.zipEntries)
  if (!entries || claimsTooMuch(entries, limits)) return { refused: 'too-large' }
  if (entries.some((entry) => entry.isEncrypted())) return { refused: 'encrypted' }
  const names = new Set(entries.map(({ fileName }) => fileName))
  if (!names.has(mainPart)) return { refused: 'not-what-it-says' }
  return { names, main: await measure(zip, entries) }
}

/** Looks a DOCX over before anything opens it: how many parts, how large they say they are, and are. */
export async function inspectDocx(bytes: Buffer, limits: ExtractionLimits): Promise<Inspection> {
  const { fromBufferPromise } = await import('yauzl')
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false })
    return await inspect(zip, limits)
  } catch {
    return { refused: 'damaged' }
  }
}
