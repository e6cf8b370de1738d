import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive } from '../../lock.mjs'

/** A running server as its own pid file tells of it. */
export interface Postmaster {
  pid: number
  host: string
}

function isPostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[0]?.endsWith('postgres') ?? false
  } catch {
    return process.platform !== 'linux'
  }
}

/** The living server of a home, if there is one. */
export function findPostmaster(home: string): Postmaster | undefined {
  try {
    const [pid = '', , , , host = ''] = readFileSync(join(home, 'cluster/postmaster.pid'), 'utf8').split('\n')
    return isAlive(Number(pid)) && isPostgres(Number(pid)) ? { pid: Number(pid), host } : undefined
  } catch {
    return undefined
  }
}

async function isGone(pid: number, milliseconds: number): Promise<boolean> {
  for (let waited = 0; waited < milliseconds; waited += 20) {
    if (!isAlive(pid)) return true
    await sleep(20)
  }
  return !isAlive(pid)
}

type Way = readonly [signal: NodeJS.Signals, patience: number]

// Smart lets the last client finish, fast rolls back, immediate leaves recovery to the next start.
const gently: Way[] = [
  ['SIGTERM', 2_000],
  ['SIGINT', 30_000],
]
const atOnce: Way[] = [
  ['SIGQUIT', 10_000],
  ['SIGKILL', 10_000],
]

async function end(pid: number, ways: Way[]): Promise<void> {
  for (const [signal, patience] of ways) {
    if (!isAlive(pid)) return
    process.kill(pid, signal)
    process.kill(pid, 'SIGCONT')
    if (await isGone(pid, patience)) return
  }
}

/** Ends a server, gently first. */
export const endPostmaster = (pid: number): Promise<void> => end(pid, [...gently, ...atOnce])

/** Ends a server that no longer answers; its next start recovers what was committed. */
export const abortPostmaster = (pid: number): Promise<void> => end(pid, atOnce)
