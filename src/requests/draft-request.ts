import type { Actor } from '../participants/index.ts'
import type { Db, Tx } from '../platform/db/index.ts'
import { append, type RecordTables } from '../record/index.ts'
import type { RequestForComment } from './model.ts'
import { insertDraft, nextDocketNumber } from './store.ts'
import type { RequestsTables } from './tables.ts'

/** A draft as it is planned: its docket number may be given, or is made of a prefix and the year. */
export type PlannedRequest = Omit<RequestForComment, 'docket'> & { docket: string | undefined }

export type Drafted = { drafted: RequestForComment } | { refused: 'docket-taken' }

export async function draftRequest(
  db: Db<RequestsTables & RecordTables>,
  actor: Actor,
  planned: PlannedRequest,
  prefix: string,
): Promise<Drafted> {
  return db.transaction().execute((tx) => draftRequestIn(tx, actor, planned, prefix))
}

export async function draftRequestIn(
  tx: Tx<RequestsTables & RecordTables>,
  actor: Actor,
  planned: PlannedRequest,
  prefix: string,
): Promise<Drafted> {
  const { createdAt, processId, id } = planned
  const year = createdAt.getUTCFullYear()
  const docket = planned.docket ?? (await nextDocketNumber(tx, prefix, year))
  const request = { ...planned, docket }
  if (!(await insertDraft(tx, request))) return { refused: 'docket-taken' }
  const about = { kind: 'request', id }
  await append(tx, {
    kind: 'request-drafted',
    about,
    process: processId,
    by: actor.person,
    at: createdAt,
  })
  return { drafted: request }
}
