import { findProcess } from '../../../processes/index.ts'
import { inUse } from '../../codebook/model.ts'
import { listCodes } from '../../codebook/store.ts'
import { atDesk, type Coding, type Desk, type Refused } from '../at-desk.ts'
import { recount } from '../codings/recount.ts'
import { putCoding } from '../codings/store.ts'
import { listExcerpts } from '../excerpts/store.ts'
import type { ExcerptId } from '../model.ts'
import type { CodingDb } from '../services.ts'
import { draftOf } from './model.ts'
import { noteAnswers } from './note-answers.ts'
import { listSuggestions, putAnswers } from './store.ts'

/** What programs suggest of an excerpt that stands there and that the coder has not answered yet. */
async function openSuggestions({ tx, comment, coder }: Desk, excerpt: ExcerptId) {
  const stands = (await listExcerpts(tx, comment.id)).some(({ id }) => id === excerpt)
  const all = stands ? await listSuggestions(tx, comment.id, coder) : []
  return all.filter((one) => one.excerpt === excerpt && one.answer === undefined)
}

/** Takes a suggestion over as it is: it becomes a coding of the person's own. */
export async function acceptSuggestion(
  db: CodingDb,
  coding: Coding,
  excerpt: ExcerptId,
): Promise<{ excerpt: ExcerptId } | Refused> {
  const { at } = coding
  return atDesk(db, coding, async (desk) => {
    const { tx, comment, coder, own, tell } = desk
    if (own?.state !== 'taken') return { refused: 'not-taken' }
    const open = await openSuggestions(desk, excerpt)
    if (open.length === 0) return { refused: 'suggestion-gone' }
    const codes = inUse(await listCodes(tx, comment.processId)).map(({ id }) => id)
    const issues = (await findProcess(tx, comment.processId))?.issues.map(({ id }) => id) ?? []
    const { lacks, ...content } = draftOf(
      open.flatMap(({ parts }) => parts),
      { codes, issues },
    )
    if (lacks) return { refused: 'suggestion-not-whole' }
    await putCoding(tx, { ...content, excerpt, coder, stage: 'made', at })
    await noteAnswers(desk, excerpt, content, at)
    await recount(tx, [excerpt])
    const programs = open.map(({ program, version }) => `${program} ${version}`)
    await tell('suggestion-accepted', { programs }, { kind: 'excerpt', id: excerpt })
    return { excerpt }
  })
}

/** Puts a suggestion away, for this person only. */
export async function dismissSuggestion(
  db: CodingDb,
  coding: Coding,
  excerpt: ExcerptId,
): Promise<object | Refused> {
  return atDesk(db, coding, async (desk) => {
    const { tx, coder, own, tell } = desk
    if (own?.state !== 'taken') return { refused: 'not-taken' }
    const open = await openSuggestions(desk, excerpt)
    if (open.length === 0) return { refused: 'suggestion-gone' }
    await putAnswers(
      tx,
      coder,
      open.map(({ id }) => ({ id, answer: 'dismissed' })),
      coding.at,
    )
    await tell('suggestion-dismissed', undefined, { kind: 'excerpt', id: excerpt })
    return {}
  })
}
