import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { freePort } from './free-port.ts'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../..', import.meta.url))
const server = join(root, 'dist', 'main.js')
const commandLine = join(root, 'dist', 'cli.js')

/** The built product in a data folder of its own, started and ended as its users would, or killed as they fear. */
export interface Product {
  url: string
  folder: string
  start(): Promise<void>
  /** The process id of the web process, while it runs. */
  pid(): number | undefined
  kill(): Promise<void>
  stop(): Promise<void>
  cli(...args: string[]): Promise<string>
  /** Resident memory of the web process, in megabytes. */
  memory(): Promise<number>
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
  for (let tries = 0; tries < 300; tries += 1) {
    if (await answers(url)) return
    if (child.exitCode !== null) throw new Error(`The product ended at its start:\n${log()}`)
    await sleep(100)
  }
  throw new Error(`The product did not answer within 30 seconds:\n${log()}`)
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => child.once('exit', () => resolve()))
}

export async function makeProduct(extra: Record<string, string> = {}): Promise<Product> {
  const place = await mkdtemp(join(tmpdir(), 'parley-product-'))
  // The database's own user must be able to pass through.
  await chmod(place, 0o711)
  const folder = join(place, 'data')
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    PARLEY_DATA: folder,
    PORT: String(port),
    PARLEY_URL: url,
    ...extra,
  }
  let child: ChildProcess | undefined
  let told = ''

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (!child) return
    child.kill(signal)
    await ended(child)
    child = undefined
  }

  return {
    url,
    folder,
    async start() {
      child = spawn(process.execPath, ['--enable-source-maps', server], {
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      const keep = (piece: Buffer) => {
        told = (told + piece.toString()).slice(-20_000)
      }
      child.stdout?.on('data', keep)
      child.stderr?.on('data', keep)
      await untilAnswers(url, child, () => told)
    },
    pid: () => child?.pid,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    async cli(...args) {
      return (await run(process.execPath, [commandLine, ...args], { env, maxBuffer: 64 * 1024 * 1024 }))
        .stdout
    },
    async memory() {
      const status = await readFile(`/proc/${child?.pid ?? 'self'}/status`, 'utf8')
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
    },
    log: () => told,
    async remove() {
      await end('SIGTERM')
      await rm(place, { recursive: true, force: true })
    },
  }
}
