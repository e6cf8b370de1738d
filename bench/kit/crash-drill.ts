import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { makeProduct, type Product } from '../../setup/testing/product.ts'
import { openRequest } from './open-request.ts'
import { type Senders, startSenders } from './patient-senders.ts'
import { childrenOf, commandOf } from './processes.ts'
import { ask, judge, readStored, type Verdict } from './stored-comments.ts'

export const plants = ['lazy-commit', 'early-answer'] as const

export interface Orders {
  /** How often the app is killed, and how often the database. */
  app: number
  database: number
  /** A fault that the drill must find. */
  plant?: (typeof plants)[number] | undefined
  tell(line: string): void
}

export interface Drilled extends Verdict {
  contradicted: number
  retries: number
  /** Starts that said that they took over the database of the killed run. */
  adopted: number
  /** What `verify.mjs audit` said of the export, with its exit code. */
  audit: { code: number; said: string }
  /** Processes that outlived a normal stop. */
  left: string[]
}

const early = fileURLToPath(new URL('../planted/early-answer.ts', import.meta.url))
const verifier = fileURLToPath(new URL('../../verify.mjs', import.meta.url))
const atLeast = 20

/** Some comments are answered and others under way, at no chosen moment. */
async function whileBusy(senders: Senders): Promise<void> {
  await senders.untilAcknowledged(atLeast)
  await sleep(Math.random() * 200)
}

async function killApp(product: Product, options: string[]): Promise<boolean> {
  const before = product.log().length
  await product.kill()
  await product.start(...options)
  return product.log().slice(before).includes('this run takes it over')
}

/** What dies: all of the server at once as in a power cut, its first process alone, or one that serves a client. */
const strikes = {
  server: (first: number) => [first, ...childrenOf(first)],
  postmaster: (first: number) => [first],
  backend: (first: number) =>
    childrenOf(first)
      .filter((pid) => commandOf(pid).includes(': parley '))
      .slice(0, 1),
}

function killAll(pids: readonly number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
    }
  }
}

async function strikeDatabase(product: Product, kind: keyof typeof strikes): Promise<void> {
  const first = product.databasePid()
  if (first === undefined) throw new Error('The database is not running.')
  const pids = strikes[kind](first)
  killAll(pids)
  while (pids.includes(product.databasePid() ?? first)) await sleep(20)
}

const kindOf = (round: number): keyof typeof strikes =>
  (['server', 'backend', 'server', 'postmaster'] as const)[round % 4] ?? 'server'

/** What an outsider finds; a log that the product itself will not sign any further gives no export. */
async function audit(product: Product): Promise<Drilled['audit']> {
  const [exported, key] = await Promise.all(
    ['/log/export', '/log/key'].map((path) => fetch(`${product.url}${path}`)),
  )
  if (!exported?.ok || !key?.ok)
    return { code: 1, said: `The log cannot be had. ${product.log().slice(-600)}` }
  const file = join(product.folder, 'export.jsonl')
  await writeFile(file, await exported.text())
  const args = [verifier, 'audit', file, '--open', '--key', (await key.text()).trim()]
  try {
    const { stdout } = await promisify(execFile)(process.execPath, args)
    return { code: 0, said: stdout }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { code, said: stdout + stderr }
  }
}

/** Every process that names the folder in its command. */
function runningIn(folder: string): string[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return pids.map((pid) => commandOf(Number(pid))).filter((command) => command.includes(folder))
}

async function strikeAll(
  product: Product,
  senders: Senders,
  orders: Orders,
  options: string[],
): Promise<number> {
  let adopted = 0
  for (let round = 0; round < orders.app; round += 1) {
    await whileBusy(senders)
    if (await killApp(product, options)) adopted += 1
    orders.tell(`app killed ${round + 1} of ${orders.app}; ${senders.acknowledged.size} acknowledged`)
  }
  for (let round = 0; round < orders.database; round += 1) {
    await whileBusy(senders)
    await strikeDatabase(product, kindOf(round))
    orders.tell(
      `${kindOf(round)} killed ${round + 1} of ${orders.database}; ${senders.acknowledged.size} acknowledged`,
    )
  }
  return adopted
}

async function setCommit(product: Product, setting: 'on' | 'off'): Promise<void> {
  await ask(product, `alter system set synchronous_commit = ${setting}`)
  await ask(product, 'select pg_reload_conf()')
}

/** Kills app and database under load, then holds what was acknowledged against what is stored and logged. */
export async function drillCrashes(orders: Orders): Promise<Drilled> {
  const options = orders.plant === 'early-answer' ? ['--import', 'tsx', '--import', early] : []
  const product = await makeProduct()
  try {
    await product.start(...options)
    const docket = await openRequest(product)
    if (orders.plant === 'lazy-commit') await setCommit(product, 'off')
    const senders = startSenders(product.url, docket, 24)
    const adopted = await strikeAll(product, senders, orders, options)
    await senders.finish()
    // The product refuses to start on a database as lazy as this.
    if (orders.plant === 'lazy-commit') await setCommit(product, 'on')
    await product.stop()
    const left = runningIn(product.folder)
    await product.start()
    const verdict = judge(senders.acknowledged, await readStored(product))
    const { contradicted, retries } = senders
    return {
      ...verdict,
      contradicted: contradicted.length,
      retries: retries(),
      adopted,
      left,
      audit: await audit(product),
    }
  } catch (error) {
    orders.tell(product.log().slice(-3_000))
    throw error
  } finally {
    await product.remove()
  }
}
