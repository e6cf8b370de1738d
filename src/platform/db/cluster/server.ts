import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Binaries } from './binaries.ts'
import { answers } from './connection.ts'
import type { Owner } from './owner.ts'

/** All that a start of the server needs to know. */
export interface Plan {
  home: string
  host: string
  owner: Owner
  binaries: Binaries
  durable: boolean
}

const throwAway = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'wal_level=minimal']

function settings({ host, durable }: Plan): string[] {
  const chosen = [
    'listen_addresses=',
    `unix_socket_directories="${host.replaceAll('"', '""')}"`,
    'unix_socket_permissions=0700',
    'port=5432',
    'jit=off',
    ...(durable ? [] : [...throwAway, 'max_wal_senders=0', 'max_connections=200']),
  ]
  return chosen.flatMap((setting) => ['-c', setting])
}

const logOf = (home: string) => join(home, 'postgresql.log')
const tooLong = 10_000_000

/** A file, since a pipe would die with the parent and take the server with it. */
function openLog(home: string): number {
  const log = logOf(home)
  if (existsSync(log) && statSync(log).size > tooLong) renameSync(log, `${log}.1`)
  return openSync(log, 'a', 0o600)
}

export function lastWords(home: string): string {
  const lines = readFileSync(logOf(home), 'utf8').trimEnd().split('\n')
  return lines.slice(-4).join('\n')
}

/** Starts a program as the owner, out of reach of the terminal's Ctrl-C and with none of our environment. */
function spawnAsOwner({ home, owner }: Plan, program: string, args: string[]): ChildProcess {
  const log = openLog(home)
  const environment = { PATH: '/usr/bin:/bin', HOME: home, TZ: 'UTC', LC_ALL: 'C' }
  const child = spawn(program, args, {
    ...owner.as,
    cwd: '/',
    detached: true,
    env: environment,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  return child
}

const locale = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'

/** Makes the cluster's files once, under another name until they are complete. */
export async function makeCluster(plan: Plan): Promise<void> {
  const made = join(plan.home, 'cluster')
  if (existsSync(made)) return
  const half = `${made}.half`
  rmSync(half, { recursive: true, force: true })
  const child = spawnAsOwner(plan, plan.binaries.initdb, [
    ...['-D', half, '--username=parley', '--auth=trust', '--data-checksums', '--encoding=UTF8'],
    ...[`--locale=${locale}`, '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    ...(plan.durable ? [] : ['--no-sync']),
  ])
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`PostgreSQL could not make its files:\n${lastWords(plan.home)}`)
  renameSync(half, made)
}

/** Starts the server and waits until it answers, however long it has to recover first. */
async function tryServer(plan: Plan): Promise<number | undefined> {
  const child = spawnAsOwner(plan, plan.binaries.postgres, [
    ...['-D', join(plan.home, 'cluster')],
    ...settings(plan),
  ])
  await once(child, 'spawn')
  while (child.exitCode === null && child.signalCode === null) {
    if (child.pid && (await answers(plan.host))) return child.pid
    await sleep(20)
  }
  return undefined
}

/** A killed server holds its lock until it is reaped, and its children its memory, so a start may need some tries. */
export async function startServer(plan: Plan): Promise<number> {
  for (let tries = 0; tries < 10; tries += 1) {
    const pid = await tryServer(plan)
    if (pid) return pid
    if (!/still in use|already exists/.test(lastWords(plan.home))) break
    await sleep(300)
  }
  throw new Error(`PostgreSQL did not start:\n${lastWords(plan.home)}`)
}
