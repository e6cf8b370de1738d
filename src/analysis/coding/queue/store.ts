import { sql } from 'kysely'
import type { CommentId, PostedTables } from '../../../docket/index.ts'
import type { PersonId } from '../../../participants/index.ts'
import type { Db, Tx } from '../../../platform/db/index.ts'
import type { RequestId } from '../../../requests/index.ts'
import { hiddenFrom } from '../blind/store.ts'
import type { CodeId, CoderId, ExcerptId, ReadingState } from '../model.ts'
import type { CodingTables } from '../tables.ts'
import type { Progress } from './model.ts'

type Tables = CodingTables & PostedTables

const OWN = 20

/** The comments that a coder reads or read, the latest first. */
export async function listOwn(
  db: Db<Tables>,
  request: RequestId,
  coder: CoderId,
  states: readonly ReadingState[],
): Promise<{ number: string; state: ReadingState }[]> {
  const { rows } = await sql<{ number: string; state: ReadingState }>`
    select comment.number, latest.state from unnest(${states}::text[]) as wanted (state)
    cross join lateral (select comment_id, state, at from analysis.reading
      where coder_id = ${coder} and reading.state = wanted.state and exists (select from analysis.queued
        where queued.comment_id = reading.comment_id and queued.request_id = ${request})
      order by at desc limit ${OWN}) as latest
    join docket.posted_comment as comment on comment.id = latest.comment_id
    order by latest.at desc limit ${OWN}`.execute(db)
  return rows
}

/** How far a request is coded. */
export async function countProgress(db: Db<Tables>, request: RequestId): Promise<Progress> {
  const { rows } = await sql<Progress>`
    select count(*)::int as posted, count(*) filter (where readers > done)::int as taken,
      count(*) filter (where done > 0 and not nothing)::int as done, count(*) filter (where nothing)::int as "notSubstantive",
      count(*) filter (where done > 1)::int as twice,
      (select count(*)::int from analysis.excerpt where request_id = ${request} and not suggested) as excerpts,
      (select count(*)::int from analysis.excerpt where request_id = ${request} and lost and not suggested) as lost,
      count(*) filter (where turn = 0 and readers = 0)::int as representatives,
      count(*) filter (where turn = 2 and readers = 0)::int as copies
    from analysis.queued where request_id = ${request}`.execute(db)
  return rows[0] as Progress
}

/** Of how many comments in a hundred a second coder reads each. */
export async function findShare(db: Db<CodingTables>, request: RequestId): Promise<number> {
  const row = await db
    .selectFrom('analysis.second_reading')
    .select('percent')
    .where('request_id', '=', request)
    .executeTakeFirst()
  return row?.percent ?? 0
}

export async function setShare(tx: Tx<CodingTables>, request: RequestId, percent: number): Promise<void> {
  await tx
    .insertInto('analysis.second_reading')
    .values({ request_id: request, percent })
    .onConflict((conflict) => conflict.column('request_id').doUpdateSet({ percent }))
    .execute()
  await sql`update analysis.queued set wanted = analysis.wanted_readers(comment_id, ${percent}::smallint)
    where request_id = ${request} and wanted <> analysis.wanted_readers(comment_id, ${percent}::smallint)`.execute(
    tx,
  )
}

/** Comments with excerpts that do not stand in what the public reads now; `posted` says whether the comment does. */
export async function listLost(db: Db<Tables>, request: RequestId, limit: number) {
  const { rows } = await sql<{ comment: CommentId; number: string | null; count: number }>`
    select excerpt.comment_id as comment, posted.number, count(*)::int as count
    from analysis.excerpt left join docket.posted_comment as posted on posted.id = excerpt.comment_id
    where excerpt.request_id = ${request} and not excerpt.suggested and not exists (select from docket.posted_text as text
      where text.comment_id = excerpt.comment_id and text.version_id = excerpt.version_id)
    group by 1, 2 order by posted.number nulls last, 1 limit ${limit}`.execute(db)
  return rows
}

export interface CodedExcerpt {
  id: ExcerptId
  number: string
  language: string
  words: string
}

/** Excerpts that carry a code in the coding that counts; none of comments of which this coder must not know yet. */
export async function listUnderCode(
  db: Db<Tables>,
  code: CodeId,
  blindTo: PersonId | undefined,
  limit: number,
): Promise<CodedExcerpt[]> {
  const { rows } = await sql<Omit<CodedExcerpt, 'words'> & { text: string; starts: number; ends: number }>`
    select excerpt.id, comment.number, comment.language, posted.text, excerpt.starts, excerpt.ends
    from analysis.coded_code as coded
    join analysis.coding on coding.id = coded.coding_id and coding.counts
    join analysis.excerpt on excerpt.id = coding.excerpt_id
    join docket.posted_comment as comment on comment.id = excerpt.comment_id
    join docket.posted_text as posted
      on posted.comment_id = excerpt.comment_id and posted.version_id = excerpt.version_id
    where coded.code_id = ${code} and not ${hiddenFrom(blindTo)}
    order by excerpt.id limit ${limit}`.execute(db)
  return rows.map(({ text, starts, ends, ...row }) => ({ ...row, words: text.slice(starts, ends) }))
}
