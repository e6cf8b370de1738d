import { sql } from 'kysely'
import type { PostedTables } from '../../../docket/index.ts'
import type { Db } from '../../../platform/db/index.ts'
import type { ProcessId } from '../../../processes/index.ts'

export interface Home {
  id: string
  /** What the address of the form names: a tracking number, or the excerpt itself. */
  from: string
  process: ProcessId
}

/** The processes that these posted comments, or excerpts of what is posted, belong to. */
export async function listHomes(
  db: Db<PostedTables>,
  kind: 'comment' | 'excerpt',
  ids: readonly string[],
): Promise<Home[]> {
  if (ids.length === 0) return []
  const { rows } = await (kind === 'comment'
    ? sql<Home>`select id, number as from, process_id as process
        from docket.posted_comment where id = any(${[...ids]}::uuid[])`.execute(db)
    : sql<Home>`select excerpt.id, excerpt.id as from, posted.process_id as process
        from analysis.excerpt join docket.posted_comment as posted on posted.id = excerpt.comment_id
        where excerpt.id = any(${[...ids]}::uuid[])`.execute(db))
  return rows
}
