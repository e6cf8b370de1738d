import { mkdtempSync, rmSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { startCluster } from '../db/cluster/index.ts'
import { homeOf } from '../db/cluster/place.ts'
import { findPostmaster } from '../db/cluster/postmaster.ts'
import { connect } from '../db/index.ts'
import { testDatabase } from '../db/testing.ts'
import {
  countJobs,
  enqueue,
  enqueueAll,
  type Job,
  prepareJobs,
  type RunningJobs,
  startJobs,
} from './index.ts'

const { db, connection, close } = await testDatabase<Record<string, never>>()
const running: RunningJobs[] = []

beforeEach(() => sql`delete from graphile_worker._private_jobs`.execute(db))
afterEach(async () => {
  for (const jobs of running.splice(0)) await jobs.stop()
})
afterAll(close)

interface Letter {
  to: string
}

const start = async (run: Job<Letter>['run'], action = 'write-letter') => {
  const log = () => undefined
  const jobs = await startJobs<{ letter: Letter }>({
    connection,
    jobs: { letter: { action, run } },
    log,
    patience: 50,
  })
  running.push(jobs)
  return jobs
}

const queue = (to: string, key?: string) =>
  db.transaction().execute((tx) => enqueue(tx, 'letter', { to }, key ? { key } : {}))

/** Ends every connection to this database but the one that asks, as a restart would. */
const cutConnections = () =>
  sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`.execute(db)

test('a job runs once its transaction is there', async () => {
  const letters: string[] = []
  await start(async ({ to }) => void letters.push(to))
  await queue('Ada')
  await expect.poll(() => letters).toEqual(['Ada'])
  await expect.poll(() => countJobs(db)).toEqual({ waiting: 0, given_up: 0 })
})

test('a job goes back with the transaction that queued it', async () => {
  const broken = db.transaction().execute(async (tx) => {
    await enqueue(tx, 'letter', { to: 'nobody' })
    throw new Error('The comment was not taken.')
  })
  await expect(broken).rejects.toThrow('not taken')
  expect(await countJobs(db)).toEqual({ waiting: 0, given_up: 0 })
})

test('many are queued in one go, and of those with the same key one waits', async () => {
  await db.transaction().execute((tx) =>
    enqueueAll(
      tx,
      ['Ada', 'Bob', 'Cy'].map((to) => ({ name: 'letter', payload: { to } })),
    ),
  )
  await queue('Dora', 'only-once')
  await queue('Eve', 'only-once')
  expect(await countJobs(db)).toEqual({ waiting: 4, given_up: 0 })
  const letters: string[] = []
  await start(async ({ to }) => void letters.push(to))
  await expect.poll(() => [...letters].sort()).toEqual(['Ada', 'Bob', 'Cy', 'Eve'])
})

test('a job that names no action does not start', async () => {
  await expect(start(async () => undefined, ' ')).rejects.toThrow('name no action: letter')
})

test('a job that fails waits to be tried again, and keeps the others from nothing', async () => {
  const letters: string[] = []
  await start(async ({ to }) => {
    if (to === 'Bob') throw new Error('no such address')
    letters.push(to)
  })
  await queue('Bob')
  await queue('Ada')
  await expect.poll(() => letters).toEqual(['Ada'])
  await expect.poll(() => countJobs(db)).toEqual({ waiting: 1, given_up: 0 })
})

test('what was tried as often as allowed is counted as given up', async () => {
  await start(() => Promise.reject(new Error('never')))
  await db.transaction().execute((tx) => enqueue(tx, 'letter', { to: 'Bob' }, { attempts: 1 }))
  await expect.poll(() => countJobs(db)).toEqual({ waiting: 0, given_up: 1 })
})

test('stopping lets what runs come to its end', async () => {
  let ended = false
  const begun = Promise.withResolvers<void>()
  const jobs = await start(async () => {
    begun.resolve()
    await new Promise((resolve) => setTimeout(resolve, 100))
    ended = true
  })
  await queue('Ada')
  await begun.promise
  await jobs.stop()
  running.length = 0
  expect(ended).toBe(true)
  expect(await countJobs(db)).toEqual({ waiting: 0, given_up: 0 })
})

test('when the database cuts every connection in the middle of a job, the job and the next are done', async () => {
  const letters: string[] = []
  const begun = Promise.withResolvers<void>()
  const cut = Promise.withResolvers<void>()
  await start(async ({ to }) => {
    letters.push(to)
    begun.resolve()
    await cut.promise
  })
  await queue('Ada')
  await begun.promise
  await cutConnections()
  cut.resolve()
  await queue('Bob')
  await expect.poll(() => letters, { timeout: 15_000 }).toContain('Bob')
  await expect.poll(() => countJobs(db), { timeout: 15_000 }).toEqual({ waiting: 0, given_up: 0 })
})

test('a job that a killed worker held is taken up by the next one', async () => {
  await queue('Ada')
  await sql`update graphile_worker._private_jobs set locked_by = 'worker-dead', locked_at = now(), attempts = 1`.execute(
    db,
  )
  const letters: string[] = []
  await start(async ({ to }) => void letters.push(to))
  await expect.poll(() => letters).toEqual(['Ada'])
})

test('a job that another runner holds is left to it', async () => {
  const begun = Promise.withResolvers<void>()
  const done = Promise.withResolvers<void>()
  const letters: string[] = []
  await start(async () => {
    letters.push('first')
    begun.resolve()
    await done.promise
  })
  await queue('Ada')
  await begun.promise
  await start(async () => void letters.push('second'))
  await queue('Bob')
  await expect.poll(() => letters.length).toBe(2)
  done.resolve()
  await expect.poll(() => countJobs(db)).toEqual({ waiting: 0, given_up: 0 })
  expect(letters.filter((letter) => letter === 'first')).not.toEqual([])
  expect(letters).toHaveLength(2)
})

test('when the database is killed and comes back, what was queued after is done', async () => {
  const folder = mkdtempSync('/tmp/parley-jobs-')
  const back = Promise.withResolvers<void>()
  const cluster = await startCluster({
    folder,
    durable: false,
    log: () => undefined,
    onRestart: back.resolve,
  })
  const own = connect<Record<string, never>>(cluster.connection)
  await prepareJobs(own.pool)
  const letters: string[] = []
  const jobs = await startJobs<{ letter: Letter }>({
    connection: cluster.connection,
    jobs: { letter: { action: 'write-letter', run: async ({ to }) => void letters.push(to) } },
    log: () => undefined,
    patience: 50,
  })
  const queueHere = (to: string) => own.db.transaction().execute((tx) => enqueue(tx, 'letter', { to }))
  await queueHere('Ada')
  await expect.poll(() => letters).toEqual(['Ada'])
  const postmaster = findPostmaster(homeOf(folder))
  if (!postmaster) throw new Error('The database does not run.')
  process.kill(postmaster.pid, 'SIGKILL')
  await back.promise
  await expect
    .poll(
      () =>
        queueHere('Bob').then(
          () => 'queued',
          () => 'away',
        ),
      { timeout: 10_000 },
    )
    .toBe('queued')
  await expect.poll(() => letters, { timeout: 15_000 }).toContain('Bob')
  await jobs.stop()
  await own.close()
  await cluster.stop()
  const home = homeOf(folder)
  rmSync(folder, { recursive: true })
  rmSync(home, { recursive: true, force: true })
})
