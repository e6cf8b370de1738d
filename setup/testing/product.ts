import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { homeOf } from '../../src/platform/db/cluster/place.ts'
import { findPostmaster } from '../../src/platform/db/cluster/postmaster.ts'
import { nodeOptions } from '../node.mjs'
import { freePort } from './free-port.ts'

const run = promisify(execFile)
const inRoot = (...names: string[]) => join(fileURLToPath(new URL('../..', import.meta.url)), ...names)

/** The built product in a data folder of its own, started and ended as its users would, or killed as they fear. */
export interface Product {
  url: string
  folder: string
  /** Starts it with further options for Node, such as a profile to write or a fault to plant. */
  start(...options: string[]): Promise<void>
  /** The web process, while it runs. */
  pid(): number | undefined
  /** The first process of its database, while it runs. */
  databasePid(): number | undefined
  kill(): Promise<void>
  stop(): Promise<void>
  cli(...args: string[]): Promise<string>
  /** What it has said since it was made. */
  log(): string
  remove(): Promise<void>
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health`, { signal: AbortSignal.timeout(2000) })).ok
  } catch {
    return false
  }
}

async function untilAnswers(url: string, child: ChildProcess, log: () => string): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (await answers(url)) return
    if (child.exitCode !== null) throw new Error(`The product ended at its start:\n${log()}`)
    await sleep(50)
  }
  throw new Error(`The product did not answer within 30 seconds:\n${log()}`)
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => child.once('exit', () => resolve()))
}

function spawnServer(options: string[], env: NodeJS.ProcessEnv, say: (text: string) => void): ChildProcess {
  const args = [...options, ...nodeOptions, inRoot('dist', 'main.js')]
  const child = spawn(process.execPath, args, { env, cwd: inRoot(), stdio: ['ignore', 'pipe', 'pipe'] })
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', say)
  return child
}

/** It listens to this machine alone; `host` is the name by which its addresses call it. */
export async function makeProduct({ host = '127.0.0.1' }: { host?: string } = {}): Promise<Product> {
  if (!existsSync(inRoot('dist', 'main.js'))) throw new Error('There is no build: run it by npm.')
  const folder = await mkdtemp(join(tmpdir(), 'parley-product-'))
  const port = String(await freePort())
  const url = `http://${host}:${port}`
  const own = { NODE_ENV: 'production', PARLEY_DATA: folder, HOST: '127.0.0.1', PORT: port, PARLEY_URL: url }
  const env = { ...process.env, ...own }
  const home = () => homeOf(join(folder, 'database'))
  let child: ChildProcess | undefined
  let told = ''

  async function end(signal: NodeJS.Signals): Promise<void> {
    child?.kill(signal)
    if (child) await ended(child)
    child = undefined
  }

  return {
    url,
    folder,
    async start(...options) {
      child = spawnServer(options, env, (text) => {
        told += text
      })
      await untilAnswers(url, child, () => told)
    },
    pid: () => child?.pid,
    databasePid: () => findPostmaster(home())?.pid,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    async cli(...args) {
      const program = [inRoot('dist', 'cli.js'), ...args]
      return (await run(process.execPath, program, { env, cwd: inRoot(), maxBuffer: 1 << 26 })).stdout
    },
    log: () => told,
    async remove() {
      await end('SIGTERM')
      await rm(home(), { recursive: true, force: true })
      await rm(folder, { recursive: true, force: true })
    },
  }
}
