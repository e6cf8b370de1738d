import { sql } from 'kysely'
import type { CommentId, PostedTables } from '../../docket/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { ProcessId } from '../../processes/index.ts'
import type { CodeId } from '../codebook/model.ts'
import type { ExcerptId } from '../coding/model.ts'
import type { CodingTables } from '../coding/tables.ts'

type Tables = CodingTables & PostedTables

/** What one coder said of an excerpt that at least two have coded: its codes, and `issue position` for each position. */
export interface CodedUnit {
  excerpt: ExcerptId
  codes: readonly CodeId[]
  positions: readonly string[]
}

/** Nobody is at the comment any more: what was said of it is no secret between coders. */
const open = sql`not exists (select from analysis.reading
  where reading.comment_id = excerpt.comment_id and reading.state = 'taken')`

/** What people said of excerpts that at least two of them coded; programs are measured elsewhere. */
export async function listUnits(db: Db<Tables>, process: ProcessId): Promise<CodedUnit[]> {
  const { rows } = await sql<CodedUnit>`
    with twice as materialized (
      select excerpt.id from analysis.excerpt
      join docket.posted_comment as posted on posted.id = excerpt.comment_id
      join analysis.coding on coding.excerpt_id = excerpt.id and coding.stage = 'made'
      where excerpt.process_id = ${process} and ${open}
      group by excerpt.id having count(*) > 1)
    select coding.excerpt_id as excerpt,
      array(select code_id from analysis.coded_code where coding_id = coding.id) as codes,
      array(select issue_id || ' ' || position from analysis.coded_position where coding_id = coding.id) as positions
    from twice
    join analysis.coding on coding.excerpt_id = twice.id and coding.stage = 'made'
    join analysis.coder on coder.id = coding.coder_id and coder.person_id is not null
    order by coding.excerpt_id, coding.coder_id`.execute(db)
  return rows
}

/** An excerpt of which coders who are done differ, with the words that the public reads. */
export interface Difference {
  id: ExcerptId
  comment: CommentId
  number: string
  language: string
  words: string
}

type Row = Omit<Difference, 'words'> & { text: string; starts: number; ends: number }

const differences = (process: ProcessId, which: ReturnType<typeof sql>) => sql<Row>`
  select excerpt.id, excerpt.comment_id as comment, posted.number, posted.language, text.text,
    excerpt.starts, excerpt.ends
  from analysis.excerpt
  join docket.posted_comment as posted on posted.id = excerpt.comment_id
  join docket.posted_text as text on text.comment_id = excerpt.comment_id and text.version_id = excerpt.version_id
  where excerpt.process_id = ${process} and ${open} and ${which}`

const disputed = sql`exists (select from analysis.coding where coding.excerpt_id = excerpt.id and stage = 'made')
  and not exists (select from analysis.coding where coding.excerpt_id = excerpt.id and coding.counts)`
const settled = sql`exists (select from analysis.coding where coding.excerpt_id = excerpt.id and stage = 'settled')`

const twice = sql`(select count(*) from analysis.coding where coding.excerpt_id = excerpt.id and stage = 'made') > 1`

const wordsOf = ({ text, starts, ends, ...row }: Row): Difference => ({
  ...row,
  words: text.slice(starts, ends),
})

/** Those that wait to be settled, or were, the oldest first. */
export async function listDifferences(
  db: Db<Tables>,
  process: ProcessId,
  which: 'waiting' | 'settled',
  limit: number,
): Promise<Difference[]> {
  const query = differences(process, which === 'waiting' ? disputed : settled)
  const { rows } = await sql<Row>`${query} order by posted.id, excerpt.id limit ${limit}`.execute(db)
  return rows.map(wordsOf)
}

/** One excerpt of a process that at least two have coded, all of them done. */
export async function findCoded(
  db: Db<Tables>,
  process: ProcessId,
  id: ExcerptId,
): Promise<Difference | undefined> {
  const { rows } = await differences(process, sql`excerpt.id = ${id} and ${twice}`).execute(db)
  return rows.map(wordsOf)[0]
}

export async function countDifferences(db: Db<Tables>, process: ProcessId): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (${differences(process, disputed)}) as waiting`.execute(db)
  return rows[0]?.count ?? 0
}
