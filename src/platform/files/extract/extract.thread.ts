import { readFileSync } from 'node:fs'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import type { Kind } from '../model.ts'
import { extractDocx } from './docx.ts'
import { extractHtml } from './html.ts'
import type { ExtractionLimits, RawExtraction, Task } from './model.ts'
import { extractOdt } from './odt.ts'
import { extractPdf } from './pdf.ts'
import { extractPlain } from './plain.ts'
import { extractRtf } from './rtf.ts'

// This file runs in a process of its own: its main thread watches the memory while a second thread does the work.

type Extract = (bytes: Buffer, limits: ExtractionLimits) => Promise<RawExtraction> | RawExtraction

const extractors: Record<Kind, Extract> = {
  pdf: extractPdf,
  docx: extractDocx,
  odt: extractOdt,
  rtf: extractRtf,
  html: extractHtml,
  text: extractPlain,
  markdown: extractPlain,
}

function extract({ kind, limits }: Task, bytes: Buffer): Promise<RawExtraction> | RawExtraction {
  return extractors[kind](bytes, limits)
}

function answer(raw: RawExtraction): void {
  process.stdout.write(JSON.stringify(raw), () => process.exit(0))
}

/** Buffers lie outside the heap that V8 limits, so the whole process is measured and, beyond its cap, killed. */
function watchMemory({ limits: { memoryMegabytes } }: Task): void {
  setInterval(() => {
    if (process.memoryUsage.rss() > memoryMegabytes * 1_000_000) process.kill(process.pid, 'SIGKILL')
  }, 10)
}

function supervise(task: Task): void {
  watchMemory(task)
  const maxOldGenerationSizeMb = Math.ceil(task.limits.memoryMegabytes * 0.8)
  const worker = new Worker(new URL(import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb },
  })
  worker.once('message', answer)
  worker.once('error', ({ message }) =>
    answer({ refused: /memory/i.test(message) ? 'too-large' : 'damaged' }),
  )
}

if (isMainThread) supervise(JSON.parse(process.argv[2] ?? ''))
else parentPort?.postMessage(await extract(workerData, readFileSync(0)))
