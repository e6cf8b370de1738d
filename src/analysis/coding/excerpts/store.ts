import { sql } from 'kysely'
import type { CommentId, PostedTables } from '../../../docket/index.ts'
import type { Db, Tx } from '../../../platform/db/index.ts'
import type { Instant } from '../../../platform/time.ts'
import type { ProcessId } from '../../../processes/index.ts'
import type { RequestId } from '../../../requests/index.ts'
import type { VersionId } from '../../../texts/index.ts'
import type { CodeId, CoderId, ExcerptId } from '../model.ts'
import type { CodingTables } from '../tables.ts'
import { digestOf } from './digest.ts'
import type { Excerpt, PostedText } from './model.ts'

type Tables = CodingTables & PostedTables

export async function listPostedTexts(db: Db<PostedTables>, comment: CommentId): Promise<PostedText[]> {
  return db
    .selectFrom('docket.posted_text')
    .select(['version_id as version', 'of_kind as kind', 'question_id as question', 'position'])
    .select(['language', 'text'])
    .where('comment_id', '=', comment)
    .orderBy('of_kind')
    .orderBy('position')
    .orderBy('version_id')
    .execute()
}

/** The excerpts of a comment that stand in what the public reads now, in the order of the texts. */
export async function listExcerpts(db: Db<Tables>, comment: CommentId): Promise<Excerpt[]> {
  const rows = await db
    .selectFrom('analysis.excerpt as excerpt')
    .innerJoin('docket.posted_text as posted', (join) =>
      join
        .onRef('posted.comment_id', '=', 'excerpt.comment_id')
        .onRef('posted.version_id', '=', 'excerpt.version_id'),
    )
    .select(['excerpt.id', 'excerpt.version_id as version', 'excerpt.starts', 'excerpt.ends'])
    .innerJoin('analysis.coder as maker', 'maker.id', 'excerpt.made_by')
    .select(['excerpt.made_by as madeBy', 'excerpt.made_at as madeAt', 'posted.text'])
    .select(['excerpt.suggested', sql<boolean>`maker.program is not null`.as('byProgram')])
    .where('excerpt.comment_id', '=', comment)
    .orderBy('posted.of_kind')
    .orderBy('posted.position')
    .orderBy('excerpt.starts')
    .orderBy('excerpt.ends')
    .execute()
  return rows.map(({ text, ...row }) => ({ ...row, words: text.slice(row.starts, row.ends) }))
}

export interface NewExcerpt {
  id: ExcerptId
  process: ProcessId
  request: RequestId
  comment: CommentId
  version: VersionId
  starts: number
  ends: number
  madeBy: CoderId
  madeAt: Instant
  words: string
  suggested?: boolean
}

/** Marks a span, or finds the excerpt that is there already. */
export async function insertExcerpt(
  tx: Tx<CodingTables>,
  {
    id,
    process,
    request,
    comment,
    version,
    starts,
    ends,
    madeBy,
    madeAt,
    words,
    suggested = false,
  }: NewExcerpt,
): Promise<{ id: ExcerptId; fresh: boolean }> {
  const inserted = await tx
    .insertInto('analysis.excerpt')
    .values({
      ...{ id, process_id: process, request_id: request, comment_id: comment, version_id: version },
      ...{ starts, ends, made_by: madeBy, made_at: madeAt, words_sha256: digestOf(id, words), suggested },
    })
    .onConflict((conflict) => conflict.columns(['version_id', 'starts', 'ends']).doNothing())
    .executeTakeFirst()
  if (inserted.numInsertedOrUpdatedRows === 1n) return { id, fresh: true }
  const there = await tx
    .selectFrom('analysis.excerpt')
    .select('id')
    .where('version_id', '=', version)
    .where('starts', '=', starts)
    .where('ends', '=', ends)
    .executeTakeFirstOrThrow()
  return { id: there.id, fresh: false }
}

/** Whether a summary cites an excerpt; none does anew before this transaction ends. */
export async function lockIfCited(tx: Tx<CodingTables>, excerpt: ExcerptId): Promise<boolean> {
  const found = await tx
    .selectFrom('analysis.excerpt')
    .select('cited')
    .where('id', '=', excerpt)
    .forUpdate()
    .executeTakeFirst()
  return found?.cited === true
}

/** Deletes an excerpt of its maker that nobody else has coded. */
export async function deleteOwnExcerpt(
  tx: Tx<CodingTables>,
  { comment, excerpt, coder }: { comment: CommentId; excerpt: ExcerptId; coder: CoderId },
): Promise<boolean> {
  const gone = await tx
    .deleteFrom('analysis.excerpt')
    .where('id', '=', excerpt)
    .where('comment_id', '=', comment)
    .where('made_by', '=', coder)
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('analysis.coding')
            .select(sql.lit(1).as('one'))
            .where('excerpt_id', '=', excerpt)
            .where('stage', '<>', 'suggested')
            .where('coder_id', '<>', coder),
        ),
      ),
    )
    .executeTakeFirst()
  return gone.numDeletedRows === 1n
}

/** How many excerpts carry each code in the coding that counts. */
export async function countUses(
  db: Db<CodingTables>,
  process: ProcessId,
): Promise<ReadonlyMap<CodeId, number>> {
  const rows = await db
    .selectFrom('analysis.coded_code as coded')
    .innerJoin('analysis.coding as coding', 'coding.id', 'coded.coding_id')
    .innerJoin('analysis.code as code', 'code.id', 'coded.code_id')
    .select(['coded.code_id as code', sql<number>`count(distinct coding.excerpt_id)::int`.as('count')])
    .where('code.process_id', '=', process)
    .where('coding.counts', '=', true)
    .groupBy('coded.code_id')
    .execute()
  return new Map(rows.map(({ code, count }) => [code, count]))
}
