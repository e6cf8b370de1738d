import { sql } from 'kysely'
import type { CommentId, PostedTables } from '../../../docket/index.ts'
import type { PersonId } from '../../../participants/index.ts'
import type { Db } from '../../../platform/db/index.ts'
import type { IssueId, ProcessId } from '../../../processes/index.ts'
import type { RequestId } from '../../../requests/index.ts'
import { awaitsSecond, hiddenFrom } from '../blind/store.ts'
import type { CodeId, CodingContent, CodingId, ExcerptId } from '../model.ts'
import type { CodingTables } from '../tables.ts'

type Tables = CodingTables & PostedTables

/** The coding of an excerpt that counts, with its words as the public reads them now. */
export interface CountedCoding extends CodingContent {
  id: CodingId
  excerpt: ExcerptId
  comment: CommentId
  request: RequestId
  number: string
  stakeholderGroup: string
  country: string | null
  language: string
  byOrganisation: boolean
  words: string
}

export interface CountedOf {
  process: ProcessId
  request?: RequestId | undefined
  issue?: IssueId | undefined
  code?: CodeId | undefined
  /** Leaves out comments that this coder is at, or may still take as the second, and so must not know about. */
  blindTo?: PersonId | undefined
  /** Leaves out comments that a second coder has still to read, whoever asks. */
  readToTheEnd?: boolean
  /** Goes on behind this excerpt. */
  after?: ExcerptId | undefined
  limit: number
}

type Row = Omit<CountedCoding, 'words'> & { text: string; starts: number; ends: number }

const here = (given: string | undefined, condition: ReturnType<typeof sql>) =>
  given === undefined ? sql`true` : condition

/** The codings that count of what is posted, by their excerpts; what is redacted, withheld or erased is not among them. */
export async function listCountedCodings(db: Db<Tables>, asked: CountedOf): Promise<CountedCoding[]> {
  const { process, request, issue, code, blindTo, readToTheEnd, after, limit } = asked
  const { rows } = await sql<Row>`
    select coding.id, excerpt.id as excerpt, comment.id as comment, comment.request_id as request, comment.number,
      comment.stakeholder_group as "stakeholderGroup", comment.country, comment.language,
      comment.by_organisation as "byOrganisation", text.text, excerpt.starts, excerpt.ends,
      array(select code_id from analysis.coded_code where coding_id = coding.id order by code_id) as codes,
      coalesce((select json_agg(json_build_object('issue', issue_id, 'position', position, 'condition', condition)
        order by issue_id) from analysis.coded_position where coding_id = coding.id), '[]') as positions
    from analysis.excerpt
    join analysis.coding on coding.excerpt_id = excerpt.id and coding.counts
    join docket.posted_comment as comment on comment.id = excerpt.comment_id
    join docket.posted_text as text on text.comment_id = excerpt.comment_id and text.version_id = excerpt.version_id
    where excerpt.process_id = ${process} and not comment.superseded
      and ${here(request, sql`excerpt.request_id = ${request}`)}
      and ${here(after, sql`excerpt.id > ${after}`)}
      and ${here(issue, sql`exists (select from analysis.coded_position where coding_id = coding.id and issue_id = ${issue})`)}
      and ${here(code, sql`exists (select from analysis.coded_code where coding_id = coding.id and code_id = ${code})`)}
      and not ${hiddenFrom(blindTo)} ${readToTheEnd ? sql`and not ${awaitsSecond}` : sql``}
    order by excerpt.id limit ${limit}`.execute(db)
  return rows.map(({ text, starts, ends, ...row }) => ({ ...row, words: text.slice(starts, ends) }))
}
