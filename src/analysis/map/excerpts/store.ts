import { sql } from 'kysely'
import { type Asked, asked } from '../counting/store.ts'
import type { MapDb } from '../services.ts'
import type { Behind, Cell, SaidExcerpt } from './model.ts'
import { wordsAt } from './words-at.ts'

interface Row extends Omit<SaidExcerpt, 'placed'> {
  kind: 'answer' | 'attachment'
  question: number | null
  place: number
  text: string
  starts: number
  ends: number
}

const here = (given: string | undefined, condition: ReturnType<typeof sql>) =>
  given === undefined ? sql`` : sql`and ${condition}`

const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** The excerpts of a cell by their comments, after one of them; each quoted as the public reads it now. */
export async function listSaid(
  db: MapDb,
  question: Asked,
  { issue, group, position }: Cell,
  { after, most }: { after: Behind | undefined; most: number },
): Promise<SaidExcerpt[]> {
  const { rows } = await sql<Row>`
    select excerpt.id, comment.number, said.stakeholder_group as group, said.country, said.language, said.voice,
      said.issue_id as issue, said.position, says.condition, text.of_kind as kind, question.number as question,
      text.position as place, text.text, excerpt.starts, excerpt.ends
    from analysis.map_voice as said
    join analysis.excerpt on excerpt.comment_id = said.comment_id
    join analysis.coding on coding.excerpt_id = excerpt.id and coding.counts
    join analysis.coded_position as says
      on says.coding_id = coding.id and says.issue_id = said.issue_id and says.position = said.position
    join docket.posted_comment as comment on comment.id = said.comment_id
    join docket.posted_text as text on text.comment_id = excerpt.comment_id and text.version_id = excerpt.version_id
    left join requests.question on question.id = text.question_id
    where ${asked(question)}
      ${here(issue, sql`said.issue_id = ${issue}`)}
      ${here(group, sql`said.stakeholder_group = ${group}`)}
      ${here(position, sql`said.position = ${position}`)}
      ${here(
        after?.excerpt,
        sql`(said.comment_id, excerpt.id, said.issue_id) > (select comment_id, id, ${after?.issue ?? LAST}::uuid
        from analysis.excerpt where id = ${after?.excerpt})`,
      )}
    order by said.comment_id, excerpt.id, said.issue_id limit ${most}`.execute(db)
  return rows.map(({ kind, question: number, place, text, starts, ends, ...row }) => ({
    ...row,
    placed: wordsAt({ kind, question: number ?? undefined, place, text, starts, ends }),
  }))
}
