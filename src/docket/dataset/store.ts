import { type SqlBool, sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/index.ts'
import type { Instant } from '../../platform/time.ts'
import type { RecordTables } from '../../record/index.ts'
import type { RequestId, RequestsTables } from '../../requests/index.ts'
import type { CommentTables } from '../comments/tables.ts'
import type { MadeDataset } from './model.ts'
import type { DatasetsTables } from './tables.ts'

type Reading = Db<DatasetsTables & CommentTables & RequestsTables & RecordTables>

// What adds to a docket takes nothing from it; of every other entry an archive made before it may hold too much.
const adding = sql`(entry.kind in ('comment-received', 'file-imported', 'comment-sender-confirmed', 'original-opened')
  or entry.about_kind <> 'comment' or (entry.kind = 'comment-posted' and entry.detail ->> 'reason' is null
    and coalesce(entry.detail ->> 'redactions', '0') = '0'))`

const since = sql`entry.process_id = request.process_id and coalesce(entry.position > dataset.entries_to, true)`

/** Whether something was taken from the public since the archive was made. */
const outdated = sql<SqlBool>`exists (select from record.entry where ${since} and not ${adding})`

/** The archive of a docket, unless something was taken from the public since, which it may still hold. */
export async function findDataset(db: Reading, request: RequestId): Promise<MadeDataset | undefined> {
  return db
    .selectFrom('docket.dataset as dataset')
    .innerJoin('requests.request as request', 'request.id', 'dataset.request_id')
    .select(['made_at as madeAt', 'entries_to as entriesTo', 'sha256', 'bytes'])
    .where('request_id', '=', request)
    .where(sql<SqlBool>`not ${outdated}`)
    .executeTakeFirst()
}

export async function saveDataset(
  tx: Tx<DatasetsTables>,
  request: RequestId,
  { madeAt, entriesTo, sha256, bytes }: MadeDataset,
): Promise<void> {
  const made = { made_at: madeAt, entries_to: entriesTo, sha256, bytes }
  await tx
    .insertInto('docket.dataset')
    .values({ request_id: request, ...made })
    .onConflict((conflict) => conflict.column('request_id').doUpdateSet(made))
    .execute()
}

/** Published requests whose archive holds too much, is of an earlier night and lacks something, or was never made. */
export async function listStale(db: Reading, madeBefore: Instant): Promise<string[]> {
  const { rows } = await sql<{ docket: string }>`
    select request.docket
    from requests.request
    left join docket.dataset on dataset.request_id = request.id
    where request.published_at is not null
      and exists (select from docket.comment where comment.request_id = request.id)
      and (dataset.made_at is null or ${outdated}
        or (dataset.made_at < ${madeBefore} and exists (select from record.entry where ${since})))
    order by request.docket`.execute(db)
  return rows.map(({ docket }) => docket)
}

/** Which of these files are such archives. */
export async function listDatasetFiles(db: Db<DatasetsTables>, among: readonly string[]): Promise<string[]> {
  const rows = await db.selectFrom('docket.dataset').select('sha256').where('sha256', 'in', among).execute()
  return rows.map(({ sha256 }) => sha256)
}
