import { readFileSync } from 'node:fs'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import type { Task } from './model.ts'

function answer(result: unknown): void {
  process.stdout.write(JSON.stringify(result), () => process.exit(0))
}

/** Buffers lie outside the heap that V8 limits, so the whole process is measured and, beyond its cap, killed. */
function watchMemory(megabytes: number): void {
  setInterval(() => {
    if (process.memoryUsage.rss() > megabytes * 1_000_000) process.kill(process.pid, 'SIGKILL')
  }, 10)
}

function supervise(self: string, task: Task, failed: (message: string) => unknown): void {
  watchMemory(task.memoryMegabytes)
  const maxOldGenerationSizeMb = Math.ceil(task.memoryMegabytes * 0.8)
  const worker = new Worker(new URL(self), { workerData: task, resourceLimits: { maxOldGenerationSizeMb } })
  worker.once('message', answer)
  worker.once('error', ({ message }) => answer(failed(message)))
}

/**
 * The whole of a program that works on a stranger's bytes: its main thread watches the memory while a second thread
 * does the work. `failed` turns what ended that thread into an answer.
 */
export async function workOnBytes<Told extends Task, Result>(
  self: string,
  work: (task: Told, bytes: Buffer) => Result | Promise<Result>,
  failed: (message: string) => Result,
): Promise<void> {
  if (isMainThread) supervise(self, JSON.parse(process.argv[2] ?? ''), failed)
  else parentPort?.postMessage(await work(workerData, readFileSync(0)))
}
