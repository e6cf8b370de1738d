import { type SqlBool, sql } from 'kysely'
import type { ModerationTables } from '../../moderation/index.ts'
import type { Db, Tx } from '../../platform/db/index.ts'
import type { Instant } from '../../platform/time.ts'
import type { RecordTables } from '../../record/index.ts'
import type { RequestId, RequestsTables } from '../../requests/index.ts'
import type { CommentTables } from '../comments/tables.ts'
import type { MadeDataset } from './model.ts'
import type { DatasetsTables } from './tables.ts'

const nothingTakenSince = sql<SqlBool>`not exists (
  select from moderation.decision join requests.request on request.process_id = decision.process_id
  where request.id = dataset.request_id and decision.at >= dataset.made_at and decision.act <> 'post')`

/** The archive of a docket, unless a moderator took something from the public since, which it may still hold. */
export async function findDataset(
  db: Db<DatasetsTables & RequestsTables & ModerationTables>,
  request: RequestId,
): Promise<MadeDataset | undefined> {
  return db
    .selectFrom('docket.dataset')
    .select(['made_at as madeAt', 'sha256', 'bytes'])
    .where('request_id', '=', request)
    .where(nothingTakenSince)
    .executeTakeFirst()
}

export async function saveDataset(
  tx: Tx<DatasetsTables>,
  request: RequestId,
  { madeAt, sha256, bytes }: MadeDataset,
): Promise<void> {
  const made = { made_at: madeAt, sha256, bytes }
  await tx
    .insertInto('docket.dataset')
    .values({ request_id: request, ...made })
    .onConflict((conflict) => conflict.column('request_id').doUpdateSet(made))
    .execute()
}

/** Published requests with something new in their process since their archive was made, or that have none yet. */
export async function listStale(
  db: Db<DatasetsTables & CommentTables & RequestsTables & RecordTables>,
  madeBefore: Instant,
): Promise<string[]> {
  const { rows } = await sql<{ docket: string }>`
    select request.docket
    from requests.request
    left join docket.dataset on dataset.request_id = request.id
    where request.published_at is not null
      and exists (select from docket.comment where comment.request_id = request.id)
      and (dataset.made_at is null or (dataset.made_at < ${madeBefore} and exists (
        select from record.entry where entry.process_id = request.process_id and entry.at >= dataset.made_at)))
    order by request.docket`.execute(db)
  return rows.map(({ docket }) => docket)
}

/** Which of these files are such archives. */
export async function listDatasetFiles(db: Db<DatasetsTables>, among: readonly string[]): Promise<string[]> {
  const rows = await db.selectFrom('docket.dataset').select('sha256').where('sha256', 'in', among).execute()
  return rows.map(({ sha256 }) => sha256)
}
