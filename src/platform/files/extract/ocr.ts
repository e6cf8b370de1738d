import { execFile } from 'node:child_process'
import { open } from 'node:fs/promises'
import { type Program, type Run, runLimited } from '../limited/run-limited.ts'
import type { ExtractionLimits, Extractor } from './model.ts'

/** The two programs that read words from pictures of pages, and the languages that the second has learnt. */
export interface Ocr {
  tesseract: Extractor
  languages: string
}

const mostPages = 300
const mostLanguages = 4
/** A page of A3 in grey at 300 dots an inch. */
const pictureBytes = 40_000_000

function answerOf(command: string, args: string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile(command, args, { timeout: 5000 }, (_error, output, errors) => resolve(output + errors))
  })
}

/** Finds `tesseract`, and poppler's `pdftoppm` that draws pages for it; both or nothing. */
export async function findOcr(): Promise<Ocr | undefined> {
  if (process.platform === 'win32') return undefined
  const version = /^tesseract v?([\d.]+)/m.exec(await answerOf('tesseract', ['--version']))?.[1]
  if (!version || !/pdftoppm version/.test(await answerOf('pdftoppm', ['-v']))) return undefined
  const listed = (await answerOf('tesseract', ['--list-langs'])).match(/^[a-z]{3}(?:_[A-Za-z]+)?$/gm) ?? []
  const languages = listed.filter((language) => language !== 'osd').slice(0, mostLanguages)
  if (languages.length === 0) return undefined
  const learnt = languages.join('+')
  return { tesseract: { name: 'tesseract', version: `${version} (${learnt})` }, languages: learnt }
}

function capped(
  command: string,
  { memoryMegabytes, milliseconds }: ExtractionLimits,
): Omit<Program, 'input'> {
  const caps = `ulimit -v ${memoryMegabytes * 1000}; ulimit -t ${Math.ceil(milliseconds / 1000)}; ulimit -c 0`
  // One thread: two readings run at a time already.
  return { command: 'sh', args: ['-c', `${caps}; OMP_THREAD_LIMIT=1 exec ${command}`] }
}

const outputOf = (run: Run): Buffer | undefined => ('code' in run && run.code === 0 ? run.output : undefined)

async function drawPage(path: string, page: number, limits: ExtractionLimits): Promise<Buffer | undefined> {
  const program = capped(`pdftoppm -r 300 -gray -f ${page} -l ${page} -`, limits)
  const input = await open(path, 'r')
  const { milliseconds } = limits
  return outputOf(
    await runLimited({ ...program, input }, { milliseconds, outputBytes: pictureBytes }).finally(() =>
      input.close(),
    ),
  )
}

async function readPage(
  path: string,
  page: number,
  { languages }: Ocr,
  limits: ExtractionLimits,
): Promise<string> {
  const input = await drawPage(path, page, limits)
  if (!input) return ''
  const program = capped(`tesseract stdin stdout -l ${languages}`, limits)
  const { milliseconds, characters } = limits
  const run = await runLimited({ ...program, input }, { milliseconds, outputBytes: characters * 3 })
  return outputOf(run)?.toString('utf8').replaceAll('\f', '') ?? ''
}

/** Reads these pages from their pictures, as many as the time allows; a page that gives nothing is not among them. */
export async function readPictures(
  path: string,
  pages: readonly number[],
  ocr: Ocr,
  limits: ExtractionLimits,
): Promise<Map<number, string>> {
  const texts = new Map<number, string>()
  const until = performance.now() + limits.pictureMilliseconds
  for (const page of pages.slice(0, mostPages)) {
    const left = until - performance.now()
    if (left <= 0) break
    const milliseconds = Math.min(limits.milliseconds, left)
    const text = await readPage(path, page, ocr, { ...limits, milliseconds })
    if (/[\p{L}\p{N}]/u.test(text)) texts.set(page, text)
  }
  return texts
}
