import { sql } from 'kysely'
import type { CommentId } from '../../../docket/index.ts'
import { type Db, insertRows, type Tx } from '../../../platform/db/index.ts'
import { newId } from '../../../platform/id.ts'
import type { Instant } from '../../../platform/time.ts'
import type { ProcessId } from '../../../processes/index.ts'
import type { RequestId } from '../../../requests/index.ts'
import type { VersionId } from '../../../texts/index.ts'
import { digestOf } from '../../coding/excerpts/digest.ts'
import type { CoderId, ExcerptId } from '../../coding/model.ts'
import { wanted } from '../../coding/readings/store.ts'
import type { Program, Told } from '../model.ts'
import type { ReadingTables } from '../tables.ts'

type Reading = Db<ReadingTables>
type Writing = Tx<ReadingTables>

export interface CommentToTell {
  id: CommentId
  texts: readonly { version: VersionId; text: string; language: string }[]
}

/**
 * The next comments that this version has not read and that nobody has begun to code, so that a second coder finds what
 * the first one found; what programs had not read before is read while it waits for its second coder, too.
 */
export async function listToTell(
  db: Reading,
  { request, program }: { request: RequestId; program: Program },
  version: string,
  { after, limit }: { after: CommentId | undefined; limit: number },
): Promise<CommentToTell[]> {
  const { rows } = await sql<{ id: CommentId; language: string }>`
    select comment.id, comment.language from docket.posted_comment as comment
    left join analysis.program_read as read on read.comment_id = comment.id and read.program = ${program}
    where comment.request_id = ${request} and comment.id > coalesce(${after ?? null}::uuid, '00000000-0000-0000-0000-000000000000')
      and read.version is distinct from ${version} and (case when read.version is null
        then (select count(*) from analysis.reading where comment_id = comment.id) < ${wanted}
        else not exists (select from analysis.reading where comment_id = comment.id) end)
    order by comment.id limit ${limit}`.execute(db)
  const ids = rows.map(({ id }) => id)
  const texts = ids.length === 0 ? [] : await listTexts(db, ids)
  return rows.map(({ id, language }) => ({
    id,
    texts: texts
      .filter((one) => one.comment === id)
      .map(({ version: read, text, language: own }) => ({ version: read, text, language: own ?? language })),
  }))
}

function listTexts(db: Reading, comments: readonly CommentId[]) {
  return db
    .selectFrom('docket.posted_text')
    .select(['comment_id as comment', 'version_id as version', 'text', 'language'])
    .where('comment_id', 'in', comments)
    .orderBy('of_kind')
    .orderBy('position')
    .orderBy('version_id')
    .execute()
}

/** Of these comments those that stay posted until the commit, with the versions that the public reads. */
export async function lockStanding(
  tx: Writing,
  comments: readonly CommentId[],
): Promise<ReadonlyMap<CommentId, ReadonlySet<VersionId>>> {
  await sql`select id from docket.posted_comment where id = any(${comments}::uuid[]) order by id for share`.execute(
    tx,
  )
  const { rows } = await sql<{ id: CommentId; versions: VersionId[] }>`
    select comment.id, array(select version_id from docket.posted_text where comment_id = comment.id) as versions
    from docket.posted_comment as comment where comment.id = any(${comments}::uuid[])`.execute(tx)
  return new Map(rows.map(({ id, versions }) => [id, new Set(versions)]))
}

/** A version of a program as a coder of a process. */
export async function programCoder(
  tx: Writing,
  { process, program, version }: { process: ProcessId; program: Program; version: string },
  at: Instant,
): Promise<CoderId> {
  const own = { process_id: process, program, program_version: version }
  await tx
    .insertInto('analysis.coder')
    .values({ id: newId<'coder'>(at.getTime()), ...own, person_id: null })
    .onConflict((conflict) => conflict.columns(['process_id', 'program', 'program_version']).doNothing())
    .execute()
  const found = await tx
    .selectFrom('analysis.coder')
    .select('id')
    .where('process_id', '=', process)
    .where('program', '=', program)
    .where('program_version', '=', version)
    .executeTakeFirstOrThrow()
  return found.id
}

/** What a program told before, and nobody answered; excerpts to which nothing points any more go with it. */
export async function clearTold(
  tx: Writing,
  program: Program,
  comments: readonly CommentId[],
): Promise<void> {
  await sql`delete from analysis.coding using analysis.excerpt, analysis.coder
    where excerpt.id = coding.excerpt_id and coder.id = coding.coder_id and coding.stage = 'suggested'
      and excerpt.comment_id = any(${comments}::uuid[]) and coder.program = ${program}
      and not exists (select from analysis.suggestion_answer where coding_id = coding.id)`.execute(tx)
  await clearPointless(tx, comments)
}

export async function clearPointless(tx: Writing, comments: readonly CommentId[]): Promise<void> {
  await sql`delete from analysis.excerpt where comment_id = any(${comments}::uuid[]) and suggested
    and not exists (select from analysis.coding where excerpt_id = excerpt.id)`.execute(tx)
}

export interface Spoken extends Told {
  comment: CommentId
  version: VersionId
  words: string
}

/** Writes suggestions; where an excerpt stands there already, they are about that. */
export async function insertTold(
  tx: Writing,
  { process, request, coder, at }: { process: ProcessId; request: RequestId; coder: CoderId; at: Instant },
  all: readonly Spoken[],
): Promise<void> {
  if (all.length === 0) return
  const shared = { process_id: process, request_id: request, made_by: coder, made_at: at, suggested: true }
  const excerpts = all.map(({ comment, version, starts, ends, words }) => {
    const id = newId<'excerpt'>(at.getTime())
    const place = { comment_id: comment, version_id: version, starts, ends }
    return { id, ...shared, ...place, words_sha256: digestOf(id, words) }
  })
  await tx
    .insertInto('analysis.excerpt')
    .values(excerpts)
    .onConflict((conflict) => conflict.columns(['version_id', 'starts', 'ends']).doNothing())
    .execute()
  const places = await placesOf(tx, [...new Set(all.map(({ version }) => version))])
  const codings = all.flatMap(({ version, starts, ends, parts }) => {
    const excerpt = places.get(`${version} ${starts} ${ends}`)
    const confidence = Math.max(...parts.map((part) => part.confidence))
    return excerpt ? [{ id: newId<'coding'>(at.getTime()), excerpt, confidence, parts }] : []
  })
  await insertRows(tx, {
    'analysis.coding': codings.map(({ id, excerpt, confidence }) => ({
      ...{ id, excerpt_id: excerpt, coder_id: coder, stage: 'suggested' as const, at, confidence },
    })),
  })
  await insertRows(tx, {
    'analysis.suggested_part': codings.flatMap(({ id, parts }) =>
      parts.map(({ code, issue, ...part }) => ({ coding_id: id, code_id: code, issue_id: issue, ...part })),
    ),
  })
}

async function placesOf(tx: Writing, versions: readonly VersionId[]): Promise<Map<string, ExcerptId>> {
  const rows = await tx
    .selectFrom('analysis.excerpt')
    .select(['id', 'version_id', 'starts', 'ends'])
    .where('version_id', 'in', versions)
    .execute()
  return new Map(rows.map(({ id, version_id, starts, ends }) => [`${version_id} ${starts} ${ends}`, id]))
}

/** Notes that a version has read these comments. */
export async function putRead(
  tx: Writing,
  { program, version, at }: { program: Program; version: string; at: Instant },
  comments: readonly { id: CommentId; versions: readonly VersionId[]; doubt: number }[],
): Promise<void> {
  if (comments.length === 0) return
  await tx
    .insertInto('analysis.program_read')
    .values(comments.map(({ id, ...one }) => ({ comment_id: id, program, version, at, ...one })))
    .onConflict((conflict) =>
      conflict.columns(['comment_id', 'program']).doUpdateSet((row) => ({
        version: row.ref('excluded.version'),
        versions: row.ref('excluded.versions'),
        doubt: row.ref('excluded.doubt'),
        at: row.ref('excluded.at'),
      })),
    )
    .execute()
}

/** Of comments that are not posted any more, or read otherwise now: nothing is suggested, and they are read again. */
export async function dropStale(tx: Writing, comments: readonly string[]): Promise<void> {
  const { rows } = await sql<{ id: CommentId }>`
    delete from analysis.program_read where comment_id = any(${comments}::uuid[])
      and (select array_agg(v order by v) from unnest(versions) as v) is distinct from
        (select array_agg(version_id order by version_id) from docket.posted_text as text
          where text.comment_id = program_read.comment_id)
    returning comment_id as id`.execute(tx)
  const ids = [...new Set(rows.map(({ id }) => id))]
  if (ids.length === 0) return
  await sql`delete from analysis.excerpt where comment_id = any(${ids}::uuid[]) and suggested
    and not exists (select from docket.posted_text as text
      where text.comment_id = excerpt.comment_id and text.version_id = excerpt.version_id)`.execute(tx)
}
