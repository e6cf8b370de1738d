import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive } from '../../lock.mjs'
import { endPostmaster } from './postmaster.ts'
import { type Plan, startServer } from './server.ts'

export interface Watch {
  log: (line: string) => void
  onRestart: () => void
}

/** Watches over a running server: brings it back when it dies, until it is told to end. */
export class Supervisor {
  readonly #plan: Plan
  readonly #watch: Watch
  readonly #watching: Promise<void>
  #pid: number
  #ending = false

  constructor(plan: Plan, pid: number, watch: Watch) {
    this.#plan = plan
    this.#pid = pid
    this.#watch = watch
    this.#watching = this.#keepWatch()
  }

  async #keepWatch(): Promise<void> {
    while (!this.#ending) {
      await sleep(100)
      if (!this.#ending && !isAlive(this.#pid)) await this.#restart()
    }
  }

  async #restart(): Promise<void> {
    const { log, onRestart } = this.#watch
    log('The database has died: it is started again.')
    for (let pause = 250; !this.#ending; pause = Math.min(pause * 2, 5_000)) {
      try {
        this.#pid = await startServer(this.#plan)
        log(`The database is back (process ${this.#pid}).`)
        return onRestart()
      } catch (error) {
        log(String(error))
        await sleep(pause)
      }
    }
  }

  async end(): Promise<void> {
    this.#ending = true
    await this.#watching
    await endPostmaster(this.#pid)
  }
}
