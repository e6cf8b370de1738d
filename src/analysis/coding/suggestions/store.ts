import { sql } from 'kysely'
import type { CommentId, PostedTables } from '../../../docket/index.ts'
import type { Db, Tx } from '../../../platform/db/index.ts'
import type { Instant } from '../../../platform/time.ts'
import type { CoderId, ExcerptId } from '../model.ts'
import type { CodingTables } from '../tables.ts'
import type { Suggestion, SuggestionAnswer } from './model.ts'

type Tables = CodingTables & PostedTables

type Row = Omit<Suggestion, 'answer'> & { answer: SuggestionAnswer | null }

/**
 * What programs that are on suggest of a comment, by the version that read it last, each with what this coder made of
 * it; never what another coder did.
 */
export async function listSuggestions(
  db: Db<Tables>,
  comment: CommentId,
  coder: CoderId | undefined,
): Promise<Suggestion[]> {
  const { rows } = await sql<Row>`
    select coding.id, excerpt.id as excerpt, coder.program, coder.program_version as version, answer.answer,
      (select coalesce(json_agg(json_build_object('code', code_id, 'issue', issue_id, 'position', position,
          'kind', kind, 'confidence', confidence) order by confidence desc, code_id, issue_id), '[]')
        from analysis.suggested_part where coding_id = coding.id) as parts
    from analysis.excerpt
    join analysis.coding on coding.excerpt_id = excerpt.id and coding.stage = 'suggested'
    join analysis.coder on coder.id = coding.coder_id
    join analysis.program_use on program_use.request_id = excerpt.request_id
      and program_use.program = coder.program and program_use.on_since is not null
    join analysis.program_read on program_read.comment_id = excerpt.comment_id
      and program_read.program = coder.program and program_read.version = coder.program_version
    left join analysis.suggestion_answer as answer
      on answer.coding_id = coding.id and answer.coder_id = ${coder ?? null}::uuid
    where excerpt.comment_id = ${comment}
    order by excerpt.id, coder.program`.execute(db)
  return rows.map(({ answer, ...row }) => ({ ...row, answer: answer ?? undefined }))
}

/** Notes what a coder made of suggestions, in place of what they made of them before. */
export async function putAnswers(
  tx: Tx<CodingTables>,
  coder: CoderId,
  answers: readonly { id: Suggestion['id']; answer: SuggestionAnswer }[],
  at: Instant,
): Promise<void> {
  if (answers.length === 0) return
  await tx
    .insertInto('analysis.suggestion_answer')
    .values(answers.map(({ id, answer }) => ({ coding_id: id, coder_id: coder, answer, at })))
    .onConflict((conflict) =>
      conflict.columns(['coding_id', 'coder_id']).doUpdateSet((row) => ({
        answer: row.ref('excluded.answer'),
        at: row.ref('excluded.at'),
      })),
    )
    .execute()
}

/**
 * Takes back what a coder made of a program's suggestion: their coding and their answers. What nobody else coded is only
 * a suggestion again.
 */
export async function takeBackOwn(
  tx: Tx<CodingTables>,
  { excerpt, coder }: { excerpt: ExcerptId; coder: CoderId },
): Promise<void> {
  await tx
    .deleteFrom('analysis.coding')
    .where('excerpt_id', '=', excerpt)
    .where('coder_id', '=', coder)
    .where('stage', '=', 'made')
    .execute()
  await sql`delete from analysis.suggestion_answer using analysis.coding
    where coding.id = suggestion_answer.coding_id and coding.excerpt_id = ${excerpt}
      and suggestion_answer.coder_id = ${coder}`.execute(tx)
  await sql`update analysis.excerpt set suggested = true where id = ${excerpt}
    and not exists (select from analysis.coding where excerpt_id = ${excerpt} and stage <> 'suggested')`.execute(
    tx,
  )
}
