import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { Logger, type Runner, run, runMigrations, type TaskList } from 'graphile-worker'
import type { Pool } from 'pg'
import { type Connected, type Connection, connect } from '../db/index.ts'
import { type Job, type Jobs, jobsWithoutAction } from './model.ts'
import { freeAbandoned } from './store.ts'

export interface JobsOptions<Known extends Record<string, object>> {
  connection: Connection
  jobs: Jobs<Known>
  log: (line: string) => void
  /** How many run at the same time in this process. */
  atOnce?: number
  /** How long to wait before starting again when the database went away, in milliseconds. */
  patience?: number
}

export interface RunningJobs {
  /** Lets what runs come to its end, takes nothing new, and closes the connections. */
  stop(): Promise<void>
}

/** Makes the queue's own tables; `enqueue` needs them, whether or not jobs run in this process. */
export function prepareJobs(pgPool: Pool): Promise<void> {
  return runMigrations({ pgPool, logger: quiet })
}

// Batched, a job's completion is awaited and tried again; unbatched, a lost connection there ends the process.
const preset = { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } }

const quiet = new Logger(() => () => undefined)

function loggerTo(log: (line: string) => void): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error' || level === 'warning') log(`Jobs: ${message}`)
  })
}

function tasksOf(jobs: Record<string, Job<object>>): TaskList {
  const tasks = Object.entries(jobs).map(([name, job]) => [
    name,
    (payload: unknown, { abortSignal }: { abortSignal: AbortSignal }) =>
      job.run(payload as object, abortSignal),
  ])
  return Object.fromEntries(tasks)
}

class JobRunner implements RunningJobs {
  readonly #name = `parley jobs ${randomUUID()}`
  readonly #connected: Connected<unknown>
  readonly #tasks: TaskList
  readonly #options: JobsOptions<Record<string, object>>
  readonly #stopping = new AbortController()
  #runner: Runner | undefined
  #running: Promise<void> = Promise.resolve()

  constructor(options: JobsOptions<Record<string, object>>) {
    const { connection, jobs, log, atOnce = 2 } = options
    this.#options = options
    this.#tasks = tasksOf(jobs)
    this.#connected = connect(connection, { max: atOnce + 3, name: this.#name, log })
  }

  async start(): Promise<this> {
    try {
      this.#runner = await this.#open()
    } catch (error) {
      await this.#connected.close()
      throw error
    }
    this.#running = this.#keepRunning(this.#runner)
    return this
  }

  async #open(): Promise<Runner> {
    const { pool, db } = this.#connected
    await prepareJobs(pool)
    await freeAbandoned(db, this.#name)
    const { atOnce = 2, log } = this.#options
    const logger = loggerTo(log)
    const runner = await run({
      pgPool: pool,
      taskList: this.#tasks,
      preset,
      concurrency: atOnce,
      noHandleSignals: true,
      logger,
    })
    // It is awaited later; until then a rejection must not end the process.
    runner.promise.catch(() => undefined)
    return runner
  }

  /** The queue gives up when the database goes away; this does not. */
  async #keepRunning(first: Runner): Promise<void> {
    for (let runner: Runner | undefined = first; ; runner = await this.#tryAgain()) {
      await runner?.promise.catch((error) => this.#options.log(`Jobs stopped: ${error}`))
      if (this.#stopping.signal.aborted) return
    }
  }

  async #tryAgain(): Promise<Runner | undefined> {
    const { patience = 1000, log } = this.#options
    const { signal } = this.#stopping
    await pause(patience, undefined, { signal }).catch(() => undefined)
    if (signal.aborted) return undefined
    try {
      this.#runner = await this.#open()
      return this.#runner
    } catch (error) {
      log(`Jobs wait for the database: ${error}`)
      return undefined
    }
  }

  async stop(): Promise<void> {
    this.#stopping.abort()
    await this.#runner?.stop().catch(() => undefined)
    await this.#running
    await this.#connected.close()
  }
}

/** Runs the queue's jobs in this process, through every restart of the database, until it is stopped. */
export async function startJobs<Known extends Record<string, object>>(
  options: JobsOptions<Known>,
): Promise<RunningJobs> {
  const nameless = jobsWithoutAction(options.jobs)
  if (nameless.length > 0) throw new Error(`These jobs name no action: ${nameless.join(', ')}.`)
  return new JobRunner(options as unknown as JobsOptions<Record<string, object>>).start()
}
