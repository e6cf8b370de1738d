import type { Actor } from '../participants/index.ts'
import type { Db, Tx } from '../platform/db/index.ts'
import { append, type RecordTables } from '../record/index.ts'
import type { Process, ProcessId } from './model.ts'
import { insertProcess } from './store.ts'
import type { ProcessesTables } from './tables.ts'

export type Created = { created: ProcessId } | { refused: 'slug-taken' }

export async function createProcess(
  db: Db<ProcessesTables & RecordTables>,
  actor: Actor,
  process: Process,
): Promise<Created> {
  return db.transaction().execute((tx) => createProcessIn(tx, actor, process))
}

/** The same within a transaction that makes more than the process. */
export async function createProcessIn(
  tx: Tx<ProcessesTables & RecordTables>,
  actor: Actor,
  process: Process,
): Promise<Created> {
  if (!(await insertProcess(tx, process))) return { refused: 'slug-taken' }
  const about = { kind: 'process', id: process.id }
  await append(tx, {
    kind: 'process-created',
    about,
    process: process.id,
    by: actor.person,
    at: process.createdAt,
    ...(process.parentIssue && { detail: { parentIssue: process.parentIssue } }),
  })
  return { created: process.id }
}
