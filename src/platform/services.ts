import type { Db } from './db/index.ts'
import type { Clock } from './time.ts'

/** What every capability's commands are given: the database with the tables they know, the clock, the public address. */
export interface Services<Tables> {
  db: Db<Tables>
  clock: Clock
  /** `https://parley.example`, without a slash at the end. */
  origin: string
}
