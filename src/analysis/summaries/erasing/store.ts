import { sql } from 'kysely'
import type { CommentId } from '../../../docket/index.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { goneIn, moved, withoutGone } from '../gone.ts'
import type { Quoted, SentenceId } from '../model.ts'
import type { SummaryTables } from '../tables.ts'

interface Row extends Quoted {
  sentence: SentenceId
  text: string
  comment: CommentId
}

/** Takes the words of these comments out of every sentence that repeats them; the numbers of citations stay. */
async function blankQuoted(tx: Tx<SummaryTables>, comments: readonly CommentId[]): Promise<void> {
  const touched = tx.selectFrom('analysis.quoted').select('sentence_id').where('comment_id', 'in', comments)
  const rows: Row[] = await tx
    .selectFrom('analysis.quoted as quoted')
    .innerJoin('analysis.summary_sentence as sentence', 'sentence.id', 'quoted.sentence_id')
    .select(['quoted.excerpt_id as excerpt', 'quoted.starts', 'quoted.ends', 'sentence.id as sentence'])
    .select(['sentence.text', 'quoted.comment_id as comment'])
    .where('quoted.sentence_id', 'in', touched)
    .execute()
  const erased = new Set(comments)
  for (const [sentence, quoted] of Map.groupBy(rows, (row) => row.sentence))
    await blankIn(tx, sentence, quoted, (comment) => erased.has(comment))
}

/** What is quoted of others in the same sentence stands elsewhere then. */
async function blankIn(
  tx: Tx<SummaryTables>,
  sentence: SentenceId,
  quoted: readonly Row[],
  isErased: (comment: CommentId) => boolean,
): Promise<void> {
  const text = quoted[0]?.text ?? ''
  const stay = quoted.filter(({ comment }) => !isErased(comment))
  const isLeft = new Set(stay.map(({ excerpt }) => excerpt))
  const gone = goneIn(text, quoted, (excerpt) => isLeft.has(excerpt))
  const left = withoutGone(text, quoted, (excerpt) => isLeft.has(excerpt))
  const commentOf = new Map(stay.map(({ excerpt, comment }) => [excerpt, comment]))
  const places = moved(stay, gone).flatMap(({ excerpt, starts, ends }) => {
    const comment = commentOf.get(excerpt)
    const place = { sentence_id: sentence, excerpt_id: excerpt, starts, ends }
    return comment ? [{ ...place, comment_id: comment }] : []
  })
  await tx.updateTable('analysis.summary_sentence').set({ text: left }).where('id', '=', sentence).execute()
  await tx.deleteFrom('analysis.quoted').where('sentence_id', '=', sentence).execute()
  if (places.length > 0) await tx.insertInto('analysis.quoted').values(places).execute()
}

/** Empties what these comments left in summaries: words that sentences repeat, contests, and what answers them. */
export async function eraseFromSummaries(
  tx: Tx<SummaryTables>,
  comments: readonly CommentId[],
): Promise<void> {
  if (comments.length === 0) return
  await blankQuoted(tx, comments)
  await sql`update analysis.summary_version set changes = '' from analysis.contest
    where contest.corrected_id = summary_version.id and contest.answer = summary_version.changes
      and contest.comment_id = any(${comments}::uuid[])`.execute(tx)
  await sql`update analysis.contest set words = '', answer = '' where comment_id = any(${comments}::uuid[])`.execute(
    tx,
  )
}
