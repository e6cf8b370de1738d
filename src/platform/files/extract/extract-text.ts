import { type FileHandle, open } from 'node:fs/promises'
import { cleanText } from '../../text/index.ts'
import type { Kind } from '../model.ts'
import { headLength, judgeFile } from '../sniff.ts'
import {
  type Extraction,
  type ExtractionLimits,
  type ExtractionWarning,
  type Extractor,
  type RawExtraction,
  type RawText,
  usualLimits,
} from './model.ts'
import { extractByPoppler, findPdftotext } from './pdftotext.ts'
import { ownWorker } from './programs.ts'
import { runLimited } from './run-limited.ts'
import { takeTurn } from './turns.ts'

export interface ExtractionOptions {
  limits?: Partial<ExtractionLimits>
  /** Poppler's reader, or null to do without; found on the machine where nothing is said. */
  pdftotext?: Extractor | null
}

let found: Promise<Extractor | undefined> | undefined

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
  const run = await runLimited(ownWorker({ kind, limits }, file), {
    milliseconds,
    outputBytes: characters * 6,
  })
  if ('overran' in run) return { refused: run.overran === 'time' ? 'took-too-long' : 'too-large' }
  // A process that a signal ended had filled its memory: no other limit ends it so.
  if (run.code === null) return { refused: 'too-large' }
  if (run.code !== 0) throw new Error(`The extraction process failed: ${run.errors}`)
  return JSON.parse(run.output.toString('utf8'))
}

function pagesWithoutText({ pages }: RawText): ExtractionWarning[] {
  if (pages.length < 2) return []
  const bare = pages.flatMap((page, at) => (/[\p{L}\p{N}]/u.test(page) ? [] : [at + 1]))
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

async function extractFrom(file: FileHandle, name: string, options: ExtractionOptions): Promise<Extraction> {
  const limits = { ...usualLimits, ...options.limits }
  const judgement = judgeFile(name, await headOf(file))
  if ('refused' in judgement) return judgement
  const poppler = judgement.kind === 'pdf' ? await readerOfPdf(options) : undefined
  const raw = poppler
    ? await extractByPoppler(file, poppler, limits)
    : await extractByWorker(judgement.kind, file, limits)
  return finish(raw, limits)
}

/**
 * The text of a stranger's file, read in a process of its own that is ended when it takes too long or too much.
 * Two run at a time; the others wait their turn.
 */
export async function extractText(
  { path, name }: { path: string; name: string },
  options: ExtractionOptions = {},
): Promise<Extraction> {
  const done = await takeTurn()
  try {
    const file = await open(path, 'r')
    return await extractFrom(file, name, options).finally(() => file.close())
  } finally {
    done()
  }
}
