import { type Selectable, sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/index.ts'
import type { RequestId } from '../model.ts'
import type { RequestsTables } from '../tables.ts'
import type { Paper, PaperId } from './model.ts'

function paperOf(row: Selectable<RequestsTables['requests.paper']>): Paper {
  const { id, title, url, sha256, file_name, media_type, bytes } = row
  if (url !== null) return { id, title, url }
  const file = { sha256: sha256 ?? '', name: file_name ?? '', mediaType: media_type ?? '', bytes: bytes ?? 0 }
  return { id, title, file }
}

export async function papersOf(
  db: Db<RequestsTables>,
  ids: readonly RequestId[],
): Promise<Map<RequestId, Paper[]>> {
  const rows = await db
    .selectFrom('requests.paper')
    .selectAll()
    .where('request_id', 'in', ids)
    .orderBy('position')
    .execute()
  const byRequest = Map.groupBy(rows, (row) => row.request_id)
  return new Map([...byRequest].map(([id, papers]) => [id, papers.map(paperOf)]))
}

/** Locks the request while its papers change; answers whether it is still a draft. */
async function isDraft(tx: Tx<RequestsTables>, id: RequestId): Promise<boolean> {
  const row = await tx
    .selectFrom('requests.request')
    .select('id')
    .where('id', '=', id)
    .where('published_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined
}

export async function insertPaper(tx: Tx<RequestsTables>, id: RequestId, paper: Paper): Promise<boolean> {
  if (!(await isDraft(tx, id))) return false
  const file = 'file' in paper ? paper.file : undefined
  await tx
    .insertInto('requests.paper')
    .values((from) => ({
      id: paper.id,
      request_id: id,
      position: from
        .selectFrom('requests.paper')
        .select(sql<number>`coalesce(max(position), 0) + 1`.as('position'))
        .where('request_id', '=', id),
      title: paper.title,
      url: 'url' in paper ? paper.url : null,
      sha256: file?.sha256 ?? null,
      file_name: file?.name ?? null,
      media_type: file?.mediaType ?? null,
      bytes: file?.bytes ?? null,
    }))
    .execute()
  return true
}

export async function deletePaper(tx: Tx<RequestsTables>, id: RequestId, paper: PaperId): Promise<boolean> {
  if (!(await isDraft(tx, id))) return false
  const deleted = await tx
    .deleteFrom('requests.paper')
    .where('request_id', '=', id)
    .where('id', '=', paper)
    .executeTakeFirst()
  return deleted.numDeletedRows === 1n
}

/** Which of these files are papers of a request. */
export async function listPaperFiles(db: Db<RequestsTables>, among: readonly string[]): Promise<string[]> {
  const rows = await db.selectFrom('requests.paper').select('sha256').where('sha256', 'in', among).execute()
  return rows.flatMap(({ sha256 }) => sha256 ?? [])
}
