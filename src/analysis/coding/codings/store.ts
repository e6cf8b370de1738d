import { sql } from 'kysely'
import type { CommentId } from '../../../docket/index.ts'
import { type Db, insertRows, type Tx } from '../../../platform/db/index.ts'
import { newId } from '../../../platform/id.ts'
import type { Instant } from '../../../platform/time.ts'
import type { CoderId, CodingContent, CodingId, ExcerptId, JudgedCoding, Position } from '../model.ts'
import type { CodingTables } from '../tables.ts'

interface Row {
  id: CodingId
  excerpt: ExcerptId
  coder: CoderId
  stage: JudgedCoding['stage']
  at: Instant
  counts: boolean
  reason: string
  state: NonNullable<JudgedCoding['reading']>['state'] | null
  place: number | null
  codes: JudgedCoding['codes']
  positions: JudgedCoding['positions']
  kind: JudgedCoding['kind'] | null
}

/** All that was said of these excerpts, each coding beside its coder's reading. */
export async function listCodings(
  db: Db<CodingTables>,
  excerpts: readonly ExcerptId[],
): Promise<JudgedCoding[]> {
  if (excerpts.length === 0) return []
  const { rows } = await sql<Row>`
    select coding.id, coding.excerpt_id as excerpt, coding.coder_id as coder, coding.stage, coding.at,
      coding.counts, coding.reason, coding.kind, reading.state, reading.place,
      array(select code_id from analysis.coded_code where coding_id = coding.id order by code_id) as codes,
      coalesce((select json_agg(json_build_object('issue', issue_id, 'position', position, 'condition', condition)
        order by issue_id) from analysis.coded_position where coding_id = coding.id), '[]') as positions
    from analysis.coding
    join analysis.excerpt on excerpt.id = coding.excerpt_id
    left join analysis.reading on reading.comment_id = excerpt.comment_id and reading.coder_id = coding.coder_id
    where coding.excerpt_id = any(${excerpts}::uuid[])
    order by coding.at, coding.id`.execute(db)
  return rows.map(({ state, place, kind, ...row }) => ({
    ...row,
    kind: kind ?? undefined,
    reading: state && place ? { state, place } : undefined,
  }))
}

export interface NewCoding extends CodingContent {
  excerpt: ExcerptId
  coder: CoderId
  stage: 'made' | 'settled'
  at: Instant
  reason?: string
}

/** Writes what a coder says of an excerpt in place of what they said before; `recount` must follow. */
export async function putCoding(tx: Tx<CodingTables>, coding: NewCoding): Promise<CodingId> {
  const { excerpt, coder, stage, at, codes, positions, kind = null, reason = '' } = coding
  const settled = stage === 'settled'
  await tx
    .deleteFrom('analysis.coding')
    .where('excerpt_id', '=', excerpt)
    .where('stage', '=', stage)
    .$if(!settled, (query) => query.where('coder_id', '=', coder))
    .execute()
  const id = newId<'coding'>(at.getTime())
  await tx
    .insertInto('analysis.coding')
    .values({ id, excerpt_id: excerpt, coder_id: coder, stage, at, confidence: null, reason, kind })
    .execute()
  await tx
    .updateTable('analysis.excerpt')
    .set({ suggested: false })
    .where('id', '=', excerpt)
    .where('suggested', '=', true)
    .execute()
  await insertRows(tx, { 'analysis.coded_code': codes.map((code) => ({ coding_id: id, code_id: code })) })
  await insertRows(tx, {
    'analysis.coded_position': positions.map(({ issue, position, condition }) => ({
      ...{ coding_id: id, issue_id: issue, position: position satisfies Position, condition },
    })),
  })
  return id
}

/** Says of which excerpts which coding counts, and that no other one does. */
export async function setCounted(
  tx: Tx<CodingTables>,
  excerpts: readonly ExcerptId[],
  counted: readonly CodingId[],
): Promise<void> {
  await sql`update analysis.coding set counts = false
    where excerpt_id = any(${excerpts}::uuid[]) and counts and not id = any(${counted}::uuid[])`.execute(tx)
  await sql`update analysis.coding set counts = true
    where id = any(${counted}::uuid[]) and not counts`.execute(tx)
}

/** The excerpts that these codings are about. */
export async function excerptsOf(tx: Tx<CodingTables>, codings: readonly CodingId[]): Promise<ExcerptId[]> {
  if (codings.length === 0) return []
  const { rows } = await sql<{ id: ExcerptId }>`
    select distinct excerpt_id as id from analysis.coding where id = any(${codings}::uuid[])`.execute(tx)
  return rows.map(({ id }) => id)
}

/** The marked excerpts of a comment, wherever they stand, with who has coded them. */
export async function listCoded(tx: Tx<CodingTables>, comment: CommentId) {
  const { rows } = await sql<{ id: ExcerptId; coders: CoderId[] }>`
    select excerpt.id, array(select coder_id from analysis.coding
      where excerpt_id = excerpt.id and stage = 'made') as coders
    from analysis.excerpt where comment_id = ${comment} and not suggested`.execute(tx)
  return rows
}
