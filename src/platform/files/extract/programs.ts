import type { FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Task } from './model.ts'
import type { Program } from './run-limited.ts'

const here = fileURLToPath(import.meta.url)

/** In the sources the process runs this folder's own file, in the bundle the one beside it. */
const entry = join(dirname(here), here.endsWith('.ts') ? 'worker.ts' : 'extract-worker.js')
const sources = here.endsWith('.ts') ? join(dirname(here), '../../..') : dirname(here)
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
