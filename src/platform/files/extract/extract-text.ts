import { type FileHandle, open } from 'node:fs/promises'
import { cleanText } from '../../text/index.ts'
import { ownWorker } from '../limited/own-worker.ts'
import { runLimited } from '../limited/run-limited.ts'
import { takeTurn } from '../limited/turns.ts'
import type { Kind } from '../model.ts'
import { headLength, judgeFile } from '../sniff.ts'
import {
  type Extraction,
  type ExtractionLimits,
  type ExtractionTask,
  type ExtractionWarning,
  type Extractor,
  type RawExtraction,
  type RawText,
  usualLimits,
} from './model.ts'
import { findOcr, type Ocr } from './ocr.ts'
import { extractByPoppler, findPdftotext } from './pdftotext.ts'
import { barePages, readScanned } from './scanned.ts'

export interface ExtractionOptions {
  limits?: Partial<ExtractionLimits>
  /** Poppler's reader, or null to do without; found on the machine where nothing is said. */
  pdftotext?: Extractor | null
  /** What reads scanned pages, or null to do without; found on the machine where nothing is said. */
  ocr?: Ocr | null
}

/** The build turns this name into that of the bundled file. */
const thread = new URL('./extract.thread.ts', import.meta.url)

let found: Promise<Extractor | undefined> | undefined
let foundOcr: Promise<Ocr | undefined> | undefined

interface Named {
  path: string
  name: string
}

async function headOf(file: FileHandle): Promise<Uint8Array> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(headLength), 0, headLength, 0)
  return buffer.subarray(0, bytesRead)
}

async function extractByWorker(
  kind: Kind,
  file: FileHandle,
  limits: ExtractionLimits,
): Promise<RawExtraction> {
  const { milliseconds, characters } = limits
  // A character is at most six bytes in JSON.
  const task: ExtractionTask = { kind, limits, memoryMegabytes: limits.memoryMegabytes }
  const run = await runLimited(ownWorker(thread, task, file), {
    milliseconds,
    outputBytes: characters * 6,
  })
  if ('overran' in run) return { refused: run.overran === 'time' ? 'took-too-long' : 'too-large' }
  // A process that a signal ended had filled its memory: no other limit ends it so.
  if (run.code === null) return { refused: 'too-large' }
  if (run.code !== 0) throw new Error(`The extraction process failed: ${run.errors}`)
  return JSON.parse(run.output.toString('utf8'))
}

function pagesWithoutText(raw: RawText): ExtractionWarning[] {
  if (raw.pages.length < 2) return []
  const bare = barePages(raw)
  return bare.length > 0 ? [{ kind: 'pages-without-text', pages: bare }] : []
}

function finish(raw: RawExtraction, { characters }: ExtractionLimits): Extraction {
  if ('refused' in raw) return raw
  const { text, replaced } = cleanText(raw.pages.join('\n\n'))
  if (text.length > characters) return { refused: 'too-large' }
  if (!/[\p{L}\p{N}]/u.test(text)) return { refused: 'no-text' }
  const warnings = [...raw.warnings, ...pagesWithoutText(raw)]
  for (const each of replaced) warnings.push({ kind: 'replaced', ...each })
  return { text, extractor: raw.extractor, warnings }
}

async function readerOfPdf({ pdftotext }: ExtractionOptions): Promise<Extractor | undefined> {
  if (pdftotext !== undefined) return pdftotext ?? undefined
  found ??= findPdftotext()
  return found
}

async function readerOfPictures({ ocr }: ExtractionOptions): Promise<Ocr | undefined> {
  if (ocr !== undefined) return ocr ?? undefined
  foundOcr ??= findOcr()
  return foundOcr
}

async function extractPdf(
  file: FileHandle,
  path: string,
  options: ExtractionOptions,
  limits: ExtractionLimits,
): Promise<RawExtraction> {
  const poppler = await readerOfPdf(options)
  const raw = await (poppler ? extractByPoppler(file, poppler, limits) : extractByWorker('pdf', file, limits))
  if ('refused' in raw || barePages(raw).length === 0) return raw
  const ocr = await readerOfPictures(options)
  return ocr ? readScanned(raw, path, ocr, limits) : raw
}

async function extractFrom(
  file: FileHandle,
  { path, name }: Named,
  options: ExtractionOptions,
): Promise<Extraction> {
  const limits = { ...usualLimits, ...options.limits }
  const judgement = judgeFile(name, await headOf(file))
  if ('refused' in judgement) return judgement
  const { kind } = judgement
  const raw = await (kind === 'pdf'
    ? extractPdf(file, path, options, limits)
    : extractByWorker(kind, file, limits))
  return finish(raw, limits)
}

/**
 * The text of a stranger's file, read in a process of its own that is ended when it takes too long or too much.
 * Two run at a time; the others wait their turn.
 */
export async function extractText(named: Named, options: ExtractionOptions = {}): Promise<Extraction> {
  const done = await takeTurn()
  try {
    const file = await open(named.path, 'r')
    return await extractFrom(file, named, options).finally(() => file.close())
  } finally {
    done()
  }
}
