import { sql } from 'kysely'
import type { CommentId } from '../../../docket/index.ts'
import { type BlindTo, hiddenFrom } from '../../coding/blind/store.ts'
import type { CodingDb } from '../../coding/services.ts'
import { wordsAt } from '../../map/excerpts/words-at.ts'
import type { Passage } from './model.ts'

interface Row extends Omit<Passage, 'placed'> {
  kind: 'answer' | 'attachment'
  question: number | null
  place: number
  text: string
  starts: number
  ends: number
}

/** The passages of a comment that count, as they stand in it; none before those who must not know of them yet. */
export async function listPassages(db: CodingDb, comment: CommentId, blindTo: BlindTo): Promise<Passage[]> {
  const { rows } = await sql<Row>`
    select excerpt.id, coalesce(text.language, comment.language) as language, text.of_kind as kind,
      question.number as question, text.position as place, text.text, excerpt.starts, excerpt.ends,
      coalesce((select json_agg(json_build_object('issue', issue_id, 'position', position, 'condition', condition)
        order by issue_id) from analysis.coded_position where coding_id = coding.id), '[]') as positions
    from analysis.excerpt
    join analysis.coding on coding.excerpt_id = excerpt.id and coding.counts
    join docket.posted_comment as comment on comment.id = excerpt.comment_id
    join docket.posted_text as text on text.comment_id = excerpt.comment_id and text.version_id = excerpt.version_id
    left join requests.question on question.id = text.question_id
    where comment.id = ${comment} and not ${hiddenFrom(blindTo)}
    order by text.of_kind, text.position, excerpt.starts, excerpt.ends`.execute(db)
  return rows.map(({ kind, question: number, place, text, starts, ends, ...row }) => ({
    ...row,
    placed: wordsAt({ kind, question: number ?? undefined, place, text, starts, ends }),
  }))
}
