import { execFile } from 'node:child_process'
import type { FileHandle } from 'node:fs/promises'
import { type Run, runLimited } from '../limited/run-limited.ts'
import type { ExtractionLimits, Extractor, RawExtraction } from './model.ts'

/** Finds poppler's reader on this machine: about ten times as fast as the one that we bring. */
export function findPdftotext(): Promise<Extractor | undefined> {
  if (process.platform === 'win32') return Promise.resolve(undefined)
  return new Promise((resolve) => {
    execFile('pdftotext', ['-v'], { timeout: 5000 }, (_error, _output, errors) => {
      const version = /pdftotext version ([\d.]+)/.exec(errors)?.[1]
      resolve(version ? { name: 'pdftotext', version } : undefined)
    })
  })
}

function rawOf(run: Run, extractor: Extractor): RawExtraction {
  if ('overran' in run) return { refused: run.overran === 'time' ? 'took-too-long' : 'too-large' }
  if (run.code === 0) {
    // Some word processors put a space of no width beside each space, where no search would find a phrase again.
    const pages = run.output.toString('utf8').replaceAll('\u200b', '').split('\f').slice(0, -1)
    return { pages, extractor, warnings: [] }
  }
  if (/password/i.test(run.errors)) return { refused: 'encrypted' }
  return { refused: run.code === null || /memory|bad_alloc/i.test(run.errors) ? 'too-large' : 'damaged' }
}

/** Reads a PDF by poppler, under the kernel's own limits on memory and processor time. */
export async function extractByPoppler(
  input: FileHandle,
  extractor: Extractor,
  { milliseconds, memoryMegabytes, characters }: ExtractionLimits,
): Promise<RawExtraction> {
  const caps = `ulimit -v ${memoryMegabytes * 1000}; ulimit -t ${Math.ceil(milliseconds / 1000)}; ulimit -c 0`
  const program = {
    command: 'sh',
    args: ['-c', `${caps}; exec pdftotext -enc UTF-8 - -`],
    input,
  }
  return rawOf(await runLimited(program, { milliseconds, outputBytes: characters * 3 }), extractor)
}
