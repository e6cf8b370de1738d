import type { FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Task } from './model.ts'
import type { Program } from './run-limited.ts'

const here = dirname(fileURLToPath(import.meta.url))
/** The build turns this name into that of the bundled file. */
const entry = fileURLToPath(new URL('./extract.thread.ts', import.meta.url))
const sources = entry.endsWith('.ts') ? join(here, '../../..') : here
const [packages = ''] = fileURLToPath(import.meta.resolve('mammoth')).split(/(?<=node_modules)[\\/]/)

/** It may read the code it runs and start one thread; it may not read, write or start anything else. */
export function ownWorker(task: Task, input: FileHandle): Program {
  const readable = [sources, packages, join(sources, '../package.json')].map(
    (path) => `--allow-fs-read=${path}`,
  )
  const permissions = ['--permission', '--allow-worker', ...readable]
  const args = ['--no-warnings', ...permissions, entry, JSON.stringify(task)]
  return { command: process.execPath, args, input }
}
