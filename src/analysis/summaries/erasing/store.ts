import { sql } from 'kysely'
import type { CommentId } from '../../../docket/index.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { GONE, type Quoted, type SentenceId, withoutGone } from '../model.ts'
import type { SummaryTables } from '../tables.ts'

interface Row extends Quoted {
  sentence: SentenceId
  text: string
}

/** Takes the words of these comments out of every sentence that repeats them; the numbers of citations stay. */
async function blankQuoted(tx: Tx<SummaryTables>, comments: readonly CommentId[]): Promise<void> {
  const rows: Row[] = await tx
    .selectFrom('analysis.quoted as quoted')
    .innerJoin('analysis.summary_sentence as sentence', 'sentence.id', 'quoted.sentence_id')
    .select(['quoted.excerpt_id as excerpt', 'quoted.starts', 'quoted.ends', 'sentence.id as sentence'])
    .select('sentence.text')
    .where('quoted.comment_id', 'in', comments)
    .execute()
  for (const [sentence, quoted] of Map.groupBy(rows, (row) => row.sentence)) {
    const text = withoutGone(quoted[0]?.text ?? '', quoted, () => false)
    await tx.updateTable('analysis.summary_sentence').set({ text }).where('id', '=', sentence).execute()
    await moveOthers(tx, sentence, quoted)
  }
}

/** What is quoted of others in the same sentence stands elsewhere now. */
async function moveOthers(
  tx: Tx<SummaryTables>,
  sentence: SentenceId,
  blanked: readonly Quoted[],
): Promise<void> {
  for (const { starts } of blanked)
    await tx
      .deleteFrom('analysis.quoted')
      .where('sentence_id', '=', sentence)
      .where('starts', '=', starts)
      .execute()
  for (const { starts, ends } of blanked.toSorted((a, b) => b.starts - a.starts)) {
    const by = GONE.length - (ends - starts)
    await sql`update analysis.quoted set starts = starts + ${by}, ends = ends + ${by}
      where sentence_id = ${sentence} and starts > ${starts}`.execute(tx)
  }
}

/** Empties what these comments left in summaries: words that sentences repeat, contests, and their answers. */
export async function eraseFromSummaries(
  tx: Tx<SummaryTables>,
  comments: readonly CommentId[],
): Promise<void> {
  if (comments.length === 0) return
  await blankQuoted(tx, comments)
  await sql`update analysis.contest set words = '', answer = '' where comment_id = any(${comments}::uuid[])`.execute(
    tx,
  )
}
