import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isAlive } from '../../lock.mjs'
import { type Cluster, FolderInUse, runningCluster, startCluster } from './index.ts'
import { homeOf } from './place.ts'
import { findPostmaster } from './postmaster.ts'

let folder = ''
let lines: string[] = []
const clusters: Cluster[] = []

beforeEach(() => {
  folder = mkdtempSync('/tmp/parley-cluster-')
  lines = []
})
afterEach(async () => {
  for (const cluster of clusters.splice(0)) await cluster.stop()
  const home = homeOf(folder)
  rmSync(folder, { recursive: true })
  rmSync(home, { recursive: true, force: true })
})

async function start(where = folder, durable = false): Promise<Cluster> {
  const cluster = await startCluster({ folder: where, durable, log: (line) => lines.push(line) })
  clusters.push(cluster)
  return cluster
}

async function ask(cluster: Cluster, sql: string): Promise<unknown> {
  const client = new Client(cluster.connection)
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query(sql)
    return rows[0]
  } finally {
    await client.end()
  }
}

const pidOf = (where: string) => findPostmaster(homeOf(where))?.pid ?? Number.NaN

/** A process that starts the cluster and then waits until it is killed. */
async function parent(where: string): Promise<ChildProcess> {
  const options = `{ folder: ${JSON.stringify(where)}, durable: false, log: () => {} }`
  const script = `const { startCluster } = await import(${JSON.stringify(import.meta.resolve('./index.ts'))})
    await startCluster(${options}); process.send('up'); setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  await once(child, 'message')
  return child
}

describe('A cluster of our own', () => {
  test('speaks UTF-8, keeps checksums and does not listen on the network', async () => {
    const cluster = await start()
    expect(await ask(cluster, `select upper('ä') as "upper", current_database() as database`)).toEqual({
      upper: 'Ä',
      database: 'parley',
    })
    expect(await ask(cluster, 'show data_checksums')).toEqual({ data_checksums: 'on' })
    expect(await ask(cluster, 'show listen_addresses')).toEqual({ listen_addresses: '' })
  })

  test('leaves nothing running after a normal stop, and keeps what it holds for the next start', async () => {
    const cluster = await start()
    await ask(cluster, 'create table kept as select 7 as seven')
    const pid = pidOf(folder)
    await Promise.all([cluster.stop(), cluster.stop()])
    expect(isAlive(pid)).toBe(false)
    expect(existsSync(join(homeOf(folder), 'lock'))).toBe(false)
    expect(await ask(await start(), 'select seven from kept')).toEqual({ seven: 7 })
  })

  test('is durable unless a test says otherwise', async () => {
    const cluster = await start(folder, true)
    expect(await ask(cluster, 'show fsync')).toEqual({ fsync: 'on' })
    expect(await ask(cluster, 'show synchronous_commit')).toEqual({ synchronous_commit: 'on' })
  })

  test('is refused to a second run in the same folder, and found by commands beside the first', async () => {
    expect(await runningCluster(folder)).toBeUndefined()
    const cluster = await start()
    await expect(start()).rejects.toThrow(FolderInUse)
    expect(await runningCluster(folder)).toEqual(cluster.connection)
  })

  test('is adopted, and that is said, when its parent was killed', async () => {
    const killed = await parent(folder)
    const pid = pidOf(folder)
    killed.kill('SIGKILL')
    await once(killed, 'exit')
    expect(await runningCluster(folder)).toBeUndefined()
    const cluster = await start()
    expect(cluster.how).toBe('adopted')
    expect(lines.join()).toContain(`still alive (process ${pid})`)
    await cluster.stop()
    expect(isAlive(pid)).toBe(false)
  })

  test('is ended and started again when what was left behind does not answer', async () => {
    const killed = await parent(folder)
    const pid = pidOf(folder)
    killed.kill('SIGKILL')
    await once(killed, 'exit')
    process.kill(pid, 'SIGSTOP')
    const cluster = await start()
    expect(cluster.how).toBe('started')
    expect(lines.join()).toContain('does not answer')
    expect(isAlive(pid)).toBe(false)
  }, 60_000)

  test('is started again when it is killed under a running app', async () => {
    const cluster = await start(folder, true)
    await ask(cluster, 'create table kept as select 7 as seven')
    const pid = pidOf(folder)
    process.kill(pid, 'SIGKILL')
    while (!lines.some((line) => line.includes('is back'))) await sleep(50)
    expect(pidOf(folder)).not.toBe(pid)
    expect(await ask(cluster, 'select seven from kept')).toEqual({ seven: 7 })
  }, 60_000)

  test('keeps its socket elsewhere when the path is too long, and takes spaces and quotes in it', async () => {
    const long = join(folder, `a "b", ${'c'.repeat(120)}`)
    chmodSync(folder, 0o755)
    mkdirSync(long)
    const cluster = await start(long)
    expect(cluster.connection.host.length).toBeLessThan(100)
    await cluster.stop()
    expect(existsSync(cluster.connection.host)).toBe(false)
  })
})
