import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/index.ts'
import { newId } from '../../../platform/id.ts'
import type { Instant } from '../../../platform/time.ts'
import type { Citation, LineId, Quoted, SentenceId, Summary, SummaryId, SummaryVersionId } from '../model.ts'
import type { SummaryTables } from '../tables.ts'

type Writing = Tx<SummaryTables>

/** The summary of an issue, made where there is none; held by this transaction until it ends. */
export async function lockSummary(
  tx: Writing,
  { process, request, issue }: Pick<Summary, 'process' | 'request' | 'issue'>,
  at: Instant,
): Promise<Summary> {
  await tx
    .insertInto('analysis.summary')
    .values({
      ...{ id: newId<'summary'>(at.getTime()), process_id: process },
      ...{ request_id: request, issue_id: issue },
    })
    .onConflict((conflict) => conflict.columns(['request_id', 'issue_id']).doNothing())
    .execute()
  return tx
    .selectFrom('analysis.summary')
    .select(['id', 'process_id as process', 'request_id as request', 'issue_id as issue', 'revision'])
    .where('request_id', '=', request)
    .where('issue_id', '=', issue)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

export async function countChange(tx: Writing, summary: SummaryId): Promise<void> {
  await tx
    .updateTable('analysis.summary')
    .set((row) => ({ revision: row('revision', '+', 1) }))
    .where('id', '=', summary)
    .execute()
}

export interface NewSentence {
  id: SentenceId
  summary: SummaryId
  version: SummaryVersionId | null
  line: LineId
  position: number
  text: string
}

export async function insertSentence(tx: Writing, sentence: NewSentence): Promise<void> {
  const { id, summary, version, line, position, text } = sentence
  await tx
    .insertInto('analysis.summary_sentence')
    .values({ id, summary_id: summary, version_id: version, line, position, text })
    .execute()
}

/** Gives a sentence of the draft other words, if it is as its editor saw it. */
export async function rewordSentence(
  tx: Writing,
  { id, seen, text }: { id: SentenceId; seen: number; text: string },
): Promise<boolean> {
  const changed = await tx
    .updateTable('analysis.summary_sentence')
    .set({ text, revision: seen + 1 })
    .where('id', '=', id)
    .where('version_id', 'is', null)
    .where('revision', '=', seen)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

export async function deleteSentence(
  tx: Writing,
  { id, seen }: { id: SentenceId; seen: number },
): Promise<boolean> {
  const gone = await tx
    .deleteFrom('analysis.summary_sentence')
    .where('id', '=', id)
    .where('version_id', 'is', null)
    .where('revision', '=', seen)
    .executeTakeFirst()
  return gone.numDeletedRows === 1n
}

/** Puts the sentences of a draft in this order. */
export async function orderSentences(tx: Writing, ids: readonly SentenceId[]): Promise<void> {
  await sql`update analysis.summary_sentence as sentence set position = placed.place
    from unnest(${ids}::uuid[]) with ordinality as placed (id, place)
    where sentence.id = placed.id and sentence.version_id is null`.execute(tx)
}

export interface Cites {
  citations: readonly Pick<Citation, 'excerpt' | 'comment' | 'held'>[]
  quoted: readonly Quoted[]
}

/** Makes these the citations of a sentence, and these the words that it takes over. */
export async function setCitations(
  tx: Writing,
  sentence: SentenceId,
  { citations, quoted }: Cites,
): Promise<void> {
  await tx.deleteFrom('analysis.citation').where('sentence_id', '=', sentence).execute()
  await tx.deleteFrom('analysis.quoted').where('sentence_id', '=', sentence).execute()
  const commentOf = new Map(citations.map(({ excerpt, comment }) => [excerpt, comment]))
  const cited = citations.map(({ excerpt, comment, held }, at) => ({
    ...{ sentence_id: sentence, excerpt_id: excerpt, comment_id: comment },
    ...{ place: at + 1, held: held ?? null },
  }))
  const repeated = quoted.flatMap(({ excerpt, starts, ends }) => {
    const comment = commentOf.get(excerpt)
    if (!comment) return []
    return [{ sentence_id: sentence, excerpt_id: excerpt, comment_id: comment, starts, ends }]
  })
  if (cited.length > 0) await tx.insertInto('analysis.citation').values(cited).execute()
  if (repeated.length > 0) await tx.insertInto('analysis.quoted').values(repeated).execute()
}
