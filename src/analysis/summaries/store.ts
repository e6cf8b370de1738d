import { sql } from 'kysely'
import type { Db } from '../../platform/db/index.ts'
import type { IssueId } from '../../processes/index.ts'
import type { RequestId } from '../../requests/index.ts'
import type { Position } from '../coding/model.ts'
import { withoutGone } from './gone.ts'
import type {
  Citation,
  Quoted,
  Sentence,
  SentenceId,
  ShownExcerpt,
  Summary,
  SummaryId,
  SummaryVersion,
  SummaryVersionId,
} from './model.ts'
import type { SummariesDatabase } from './services.ts'
import type { SummaryTables } from './tables.ts'

type Reading = Db<SummariesDatabase>

const summaryColumns = [
  'id',
  'process_id as process',
  'request_id as request',
  'issue_id as issue',
  'revision',
] as const

export async function findSummary(
  db: Db<SummaryTables>,
  request: RequestId,
  issue: IssueId,
): Promise<Summary | undefined> {
  return db
    .selectFrom('analysis.summary')
    .select(summaryColumns)
    .where('request_id', '=', request)
    .where('issue_id', '=', issue)
    .executeTakeFirst()
}

/** The summaries of a request, drafts too. */
export async function listSummaries(db: Db<SummaryTables>, request: RequestId): Promise<Summary[]> {
  return db.selectFrom('analysis.summary').select(summaryColumns).where('request_id', '=', request).execute()
}

/** What answers a contest says of a comment what its sender may have taken back: it goes where the comment goes. */
const publicChanges = sql<string>`case when exists (
    select from analysis.contest where contest.corrected_id = summary_version.id and contest.answer = summary_version.changes
      and not exists (select from docket.posted_comment as posted where posted.id = contest.comment_id))
  then '' else summary_version.changes end`

/** The versions of these summaries, the newest first. */
export async function listVersions(
  db: Db<SummaryTables>,
  summaries: readonly SummaryId[],
): Promise<ReadonlyMap<SummaryId, readonly SummaryVersion[]>> {
  if (summaries.length === 0) return new Map()
  const rows = await db
    .selectFrom('analysis.summary_version')
    .select(['id', 'summary_id as summary', 'number', 'published_at as publishedAt', 'zone'])
    .select(['contest_until as contestUntil', 'in_spite as inSpite', publicChanges.as('changes')])
    .where('summary_id', 'in', summaries)
    .orderBy('number', 'desc')
    .execute()
  return Map.groupBy(rows, ({ summary }) => summary)
}

/** Where the sentences of a text stand: in a version, or in the draft of a summary. */
export type SentencesOf = { version: SummaryVersionId } | { draft: SummaryId }

/** The sentences in their order, with what the public reads now of all that they cite. */
export async function readSentences(db: Reading, issue: IssueId, of: SentencesOf): Promise<Sentence[]> {
  const chosen = db
    .selectFrom('analysis.summary_sentence')
    .select(['id', 'line', 'revision', 'text'])
    .orderBy('position')
    .orderBy('id')
  const rows = await ('version' in of
    ? chosen.where('version_id', '=', of.version)
    : chosen.where('summary_id', '=', of.draft).where('version_id', 'is', null)
  ).execute()
  return shown(db, issue, rows)
}

type Row = Pick<Sentence, 'id' | 'line' | 'revision' | 'text'>

async function shown(db: Reading, issue: IssueId, rows: readonly Row[]): Promise<Sentence[]> {
  const ids = rows.map(({ id }) => id)
  const [citations, quoted] = [await citationsOf(db, issue, ids), await quotedIn(db, ids)]
  return rows.map((row) => {
    const own = citations.get(row.id) ?? []
    const there = new Set(own.flatMap(({ excerpt, shown: words }) => (words ? [excerpt] : [])))
    const text = withoutGone(row.text, quoted.get(row.id) ?? [], (excerpt) => there.has(excerpt))
    return { ...row, text, citations: own }
  })
}

interface CitationRow extends Omit<ShownExcerpt, 'words' | 'number'> {
  sentence: SentenceId
  excerpt: Citation['excerpt']
  comment: Citation['comment']
  held: Position | null
  number: string | null
  beginning: string | null
  starts: number | null
  ends: number | null
}

/** What is cited, in its order; of each excerpt the words only where they are posted. */
async function citationsOf(
  db: Reading,
  issue: IssueId,
  sentences: readonly SentenceId[],
): Promise<Map<SentenceId, Citation[]>> {
  const { rows } = await sql<CitationRow>`
    select citation.sentence_id as sentence, citation.excerpt_id as excerpt, citation.comment_id as comment,
      citation.held, posted.number, posted.language, posted.stakeholder_group as "group",
      posted.by_organisation as "byOrganisation", left(text.text, excerpt.ends) as beginning, excerpt.starts, excerpt.ends,
      said.position, coalesce(said.condition, '') as condition
    from analysis.citation
    left join analysis.excerpt on excerpt.id = citation.excerpt_id
    left join docket.posted_comment as posted on posted.id = excerpt.comment_id
    left join docket.posted_text as text on text.comment_id = posted.id and text.version_id = excerpt.version_id
    left join analysis.coding on coding.excerpt_id = excerpt.id and coding.counts
    left join analysis.coded_position as said on said.coding_id = coding.id and said.issue_id = ${issue}
    where citation.sentence_id = any(${sentences}::uuid[])
    order by citation.place, citation.excerpt_id`.execute(db)
  const groups = Map.groupBy(rows, ({ sentence }) => sentence)
  return new Map([...groups].map(([sentence, own]) => [sentence, own.map(citationOf)]))
}

function citationOf(row: CitationRow): Citation {
  const { excerpt, comment, held, number, beginning, starts, ends, position, ...rest } = row
  const { language, group, byOrganisation, condition } = rest
  const isShown = number !== null && beginning !== null && starts !== null && ends !== null
  return {
    ...{ excerpt, comment, held: held ?? undefined },
    shown: isShown
      ? {
          ...{ number, language, group, byOrganisation, condition },
          position: position ?? undefined,
          words: beginning.slice(starts, ends),
        }
      : undefined,
  }
}

async function quotedIn(
  db: Db<SummaryTables>,
  sentences: readonly SentenceId[],
): Promise<Map<SentenceId, Quoted[]>> {
  if (sentences.length === 0) return new Map()
  const rows = await db
    .selectFrom('analysis.quoted')
    .select(['sentence_id as sentence', 'excerpt_id as excerpt', 'starts', 'ends'])
    .where('sentence_id', 'in', sentences)
    .execute()
  return Map.groupBy(rows, ({ sentence }) => sentence)
}
