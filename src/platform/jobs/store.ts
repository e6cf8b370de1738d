import { sql } from 'kysely'
import type { Db, Tx } from '../db/index.ts'

export interface Queued {
  name: string
  payload: object
  /** Of several with the same key that wait, one runs. */
  key?: string | undefined
  /** How often it is tried before it is left lying. */
  attempts?: number | undefined
}

/** Queues work that happens if, and only if, the transaction does. */
export async function enqueueAll<Tables>(tx: Tx<Tables>, jobs: readonly Queued[]): Promise<void> {
  const rows = jobs.map(({ name, payload, key = null, attempts = null }) => ({
    name,
    payload,
    key,
    attempts,
  }))
  await sql`
    select graphile_worker.add_job(name, payload, max_attempts := attempts, job_key := key)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as job (name text, payload json, key text, attempts integer)`.execute(tx)
}

export function enqueue<Tables>(
  tx: Tx<Tables>,
  name: string,
  payload: object,
  options: { key?: string; attempts?: number } = {},
): Promise<void> {
  return enqueueAll(tx, [{ name, payload, ...options }])
}

export interface Waiting {
  waiting: number
  /** Tried as often as allowed; they wait for a person. */
  given_up: number
}

export async function countJobs<Tables>(db: Db<Tables>): Promise<Waiting> {
  const { rows } = await sql<Waiting>`
    select count(*) filter (where attempts < max_attempts)::int as waiting,
      count(*) filter (where attempts >= max_attempts)::int as given_up
    from graphile_worker.jobs`.execute(db)
  return rows[0] ?? { waiting: 0, given_up: 0 }
}

/**
 * Frees jobs whose worker died with them in hand, so that they do not wait the queue's own four hours: all of them
 * where no other runner is connected, else those held longer than any job may take.
 */
export async function freeAbandoned<Tables>(db: Db<Tables>, runner: string): Promise<void> {
  await sql`
    select graphile_worker.force_unlock_workers(array_agg(distinct locked_by))
    from graphile_worker.jobs
    where locked_by is not null and (
      locked_at < now() - interval '30 minutes' or not exists (
        select from pg_stat_activity
        where datname = current_database() and application_name like 'parley jobs %'
          and application_name <> ${runner}))`.execute(db)
}
