import { workOnFile } from '../limited/own-worker.ts'
import type { Searched, SearchTask } from './model.ts'

/** The build turns this name into that of the bundled file. */
const thread = new URL('./search.thread.ts', import.meta.url)
const limits = { milliseconds: 30_000, outputBytes: 1_000_000 }

/**
 * Searches a stranger's file, all of its bytes that a program can read, for words: in a process of its own that is
 * ended when it takes too long or too much. What was not searched to its end is called unsearchable.
 */
export async function searchFile(path: string, words: readonly string[]): Promise<Searched> {
  const task: SearchTask = { words, memoryMegabytes: 768 }
  const run = await workOnFile(thread, task, path, limits)
  if ('overran' in run || run.code === null) return { found: [], unsearchable: true }
  if (run.code !== 0) throw new Error(`The search process failed: ${run.errors}`)
  return JSON.parse(run.output.toString('utf8'))
}
