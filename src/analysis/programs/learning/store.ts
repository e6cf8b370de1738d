import { sql } from 'kysely'
import type { Db } from '../../../platform/db/index.ts'
import type { Instant } from '../../../platform/time.ts'
import type { ProcessId } from '../../../processes/index.ts'
import { wanted } from '../../coding/readings/store.ts'
import type { Fares, Program } from '../model.ts'
import type { ReadingTables } from '../tables.ts'
import type { DoneText } from './examples.ts'

/** Comments that all who were to read them are done with: what was said of them is open, and may be learnt from. */
const open = sql`not exists (select from analysis.reading where comment_id = comment.id and state = 'taken')
  and (select count(*) from analysis.reading where comment_id = comment.id) >= ${wanted}`

const learnable = (process: ProcessId) => sql`
  from analysis.excerpt
  join analysis.coding on coding.excerpt_id = excerpt.id and coding.counts
  join docket.posted_comment as comment on comment.id = excerpt.comment_id
  where excerpt.process_id = ${process} and not excerpt.suggested and ${open}`

/** On how many excerpts of people a program of this process could learn now. */
export async function countLearnable(db: Db<ReadingTables>, process: ProcessId): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count ${learnable(process)}`.execute(
    db,
  )
  return rows[0]?.count ?? 0
}

/** The texts that were coded last, with what counts of them; so many excerpts at most. */
export async function listDone(
  db: Db<ReadingTables>,
  process: ProcessId,
  limit: number,
): Promise<DoneText[]> {
  const { rows } = await sql<DoneText>`
    with latest as (
      select excerpt.comment_id, excerpt.version_id, excerpt.starts, excerpt.ends, coding.id as coding, coding.kind
      ${learnable(process)} order by excerpt.id desc limit ${limit})
    select comment_id as comment, text.text, coalesce(text.language, comment.language) as language,
      json_agg(json_build_object('starts', starts, 'ends', ends, 'kind', kind,
        'codes', array(select code_id from analysis.coded_code where coding_id = coding),
        'issues', array(select issue_id from analysis.coded_position where coding_id = coding),
        'positions', array(select position from analysis.coded_position where coding_id = coding))
        order by starts, ends) as excerpts
    from latest
    join docket.posted_text as text using (comment_id, version_id)
    join docket.posted_comment as comment on comment.id = comment_id
    group by comment_id, version_id, text.text, text.language, comment.language
    order by comment_id, version_id`.execute(db)
  return rows
}

export interface ProgramVersion {
  version: string
  learntFrom: number
  madeAt: Instant
  measured: readonly Fares[]
}

/** The versions of a program, the newest first. */
export async function listVersions(
  db: Db<ReadingTables>,
  process: ProcessId,
  program: Program,
): Promise<ProgramVersion[]> {
  return db
    .selectFrom('analysis.program_version')
    .select(['version', 'learnt_from as learntFrom', 'made_at as madeAt', 'measured'])
    .where('process_id', '=', process)
    .where('program', '=', program)
    .orderBy('made_at', 'desc')
    .orderBy('learnt_from', 'desc')
    .execute()
}

/** Notes a version as it was made last; one that learns anew from as many is the same. */
export async function putVersion(
  db: Db<ReadingTables>,
  { process, program }: { process: ProcessId; program: Program },
  { version, learntFrom, madeAt, measured }: ProgramVersion,
): Promise<void> {
  await db
    .insertInto('analysis.program_version')
    .values({
      ...{ process_id: process, program, version, made_at: madeAt, learnt_from: learntFrom },
      measured: JSON.stringify(measured) as unknown as readonly Fares[],
    })
    .onConflict((conflict) =>
      conflict.columns(['process_id', 'program', 'version']).doUpdateSet((row) => ({
        made_at: row.ref('excluded.made_at'),
        learnt_from: row.ref('excluded.learnt_from'),
        measured: row.ref('excluded.measured'),
      })),
    )
    .execute()
}
