import { type SqlBool, sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/index.ts'
import type { Instant } from '../../platform/time.ts'
import type { ProcessesTables, ProcessId } from '../../processes/index.ts'
import type { RecordTables } from '../../record/index.ts'
import type { RequestsTables } from '../../requests/index.ts'
import type { CommentTables } from '../comments/tables.ts'
import { aboutOf, type MadeDataset, type Scope } from './model.ts'
import type { DatasetsTables } from './tables.ts'

type Reading = Db<DatasetsTables & CommentTables & RequestsTables & ProcessesTables & RecordTables>

// What adds to a docket takes nothing from it; of every other entry an archive made before it may hold too much.
const adding = sql`(entry.kind in ('comment-received', 'file-imported', 'comment-sender-confirmed', 'original-opened',
    'comment-entered-from-paper',
    'signatory-confirmed', 'signatory-named', 'signatory-joining', 'signatory-offered', 'signatory-accepted',
    'signatory-asked-again')
  or entry.about_kind <> 'comment' or (entry.kind = 'comment-posted' and entry.detail ->> 'reason' is null
    and coalesce(entry.detail ->> 'redactions', '0') = '0'))`

const since = sql`entry.process_id = dataset.process_id and coalesce(entry.position > dataset.entries_to, true)`

// Each archive holds the whole log, and with it the words of every process.
const erased = sql`exists (select from record.entry where entry.kind in ('comment-erased', 'signatory-erased')
  and coalesce(entry.position > dataset.entries_to, true))`

/** Whether something was taken from the public since the archive was made. */
const outdated = sql<SqlBool>`(exists (select from record.entry where ${since} and not ${adding}) or ${erased})`

/** The archive of a docket or a process, unless something was taken from the public since, which it may still hold. */
export async function findDataset(db: Reading, scope: Scope): Promise<MadeDataset | undefined> {
  return db
    .selectFrom('docket.dataset as dataset')
    .select(['made_at as madeAt', 'entries_to as entriesTo', 'sha256', 'bytes'])
    .where('about_id', '=', aboutOf(scope))
    .where(sql<SqlBool>`not ${outdated}`)
    .executeTakeFirst()
}

/**
 * Keeps an archive, unless a comment was erased since it was begun: the lock waits for whoever erases, and they for it.
 * Answers whether it is kept.
 */
export async function saveDataset(
  tx: Tx<DatasetsTables & RecordTables>,
  scope: Scope,
  { madeAt, entriesTo, sha256, bytes }: MadeDataset,
): Promise<boolean> {
  await sql`lock table docket.dataset in share row exclusive mode`.execute(tx)
  const { rows } = await sql`
    insert into docket.dataset as dataset (about_id, process_id, made_at, entries_to, sha256, bytes)
    select ${aboutOf(scope)}::uuid, ${scope.process.id}::uuid, ${madeAt}::timestamptz, ${entriesTo}::bigint, ${sha256}, ${bytes}::bigint
    where not exists (select from record.entry where kind in ('comment-erased', 'signatory-erased')
      and coalesce(position > ${entriesTo}, true))
    on conflict (about_id) do update set made_at = excluded.made_at, entries_to = excluded.entries_to,
      sha256 = excluded.sha256, bytes = excluded.bytes
    returning about_id`.execute(tx)
  return rows.length === 1
}

/** What an archive is to be made of: a docket by its number, or a process by its id. */
export interface Due {
  process: ProcessId
  docket: string | null
}

/**
 * Published dockets and processes with comments whose archive holds too much, is of an earlier night and lacks
 * something, or was never made; dockets come first.
 */
export async function listStale(db: Reading, madeBefore: Instant): Promise<Due[]> {
  const { rows } = await sql<Due>`
    select owed.process_id as process, owed.docket
    from (
      select id as about_id, process_id, docket from requests.request
      where published_at is not null
        and exists (select from docket.comment where comment.request_id = request.id)
      union all
      select id, id, null from processes.process
      where published_at is not null
        and exists (select from docket.comment where comment.process_id = process.id)
    ) as owed
    left join docket.dataset on dataset.about_id = owed.about_id
    where dataset.made_at is null or ${outdated}
      or (dataset.made_at < ${madeBefore} and exists (select from record.entry where ${since}))
    order by owed.docket nulls last, owed.process_id`.execute(db)
  return rows
}

/** Which of these files are such archives. */
export async function listDatasetFiles(db: Db<DatasetsTables>, among: readonly string[]): Promise<string[]> {
  const rows = await db.selectFrom('docket.dataset').select('sha256').where('sha256', 'in', among).execute()
  return rows.map(({ sha256 }) => sha256)
}
