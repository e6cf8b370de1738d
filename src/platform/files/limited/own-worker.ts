import { open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Task } from './model.ts'
import { type Program, type Run, type RunLimits, runLimited } from './run-limited.ts'
import { takeTurn } from './turns.ts'

const here = dirname(fileURLToPath(import.meta.url))
const sources = import.meta.url.endsWith('.ts') ? join(here, '../../..') : here
const [packages = ''] = fileURLToPath(import.meta.resolve('fflate')).split(/(?<=node_modules)[\\/]/)

/** It may read the code it runs and start one thread; it may not read, write or start anything else. */
export function ownWorker(thread: URL, task: Task, input: Program['input']): Program {
  const readable = [sources, packages, join(sources, '../package.json')].map(
    (path) => `--allow-fs-read=${path}`,
  )
  const permissions = ['--permission', '--allow-worker', ...readable]
  const args = ['--no-warnings', ...permissions, fileURLToPath(thread), JSON.stringify(task)]
  return { command: process.execPath, args, input }
}

/** Works on a file in a process of its own, in its turn. */
export async function workOnFile(thread: URL, task: Task, path: string, limits: RunLimits): Promise<Run> {
  const done = await takeTurn()
  try {
    const file = await open(path, 'r')
    return await runLimited(ownWorker(thread, task, file), limits).finally(() => file.close())
  } finally {
    done()
  }
}
