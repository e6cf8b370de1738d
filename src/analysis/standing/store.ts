import { sql } from 'kysely'
import type { CommentId } from '../../docket/index.ts'
import { awaitsSecond } from '../coding/blind/store.ts'
import type { CodingDb } from '../coding/services.ts'
import type { Standing } from './model.ts'

/** Where these comments stand, in processes where analysts have begun to read. */
export async function listStandings(db: CodingDb, comments: readonly CommentId[]): Promise<Standing[]> {
  if (comments.length === 0) return []
  const { rows } = await sql<Standing>`
    select comment.id as comment, comment.request_id as request, comment.process_id as process, comment.number, request.docket,
      read.taken, read.done, read.substantive, ${awaitsSecond} as "awaitsSecond",
      (select count(*)::int from analysis.excerpt
        join analysis.coding on coding.excerpt_id = excerpt.id and coding.counts
        join docket.posted_text as text
          on text.comment_id = excerpt.comment_id and text.version_id = excerpt.version_id
        where excerpt.comment_id = comment.id) as passages
    from docket.posted_comment as comment
    join requests.request on request.id = comment.request_id
    cross join lateral (
      select count(*) filter (where state = 'taken')::int as taken,
        count(*) filter (where state <> 'taken')::int as done,
        count(*) filter (where state = 'done')::int as substantive
      from analysis.reading where comment_id = comment.id) as read
    where comment.id = any(${comments}::uuid[])
      and exists (select from analysis.coder where process_id = comment.process_id and person_id is not null)`.execute(
    db,
  )
  return rows
}
