import { newId } from '../../../platform/id.ts'
import { findProcess } from '../../../processes/index.ts'
import type { VersionId } from '../../../texts/index.ts'
import { inUse } from '../../codebook/model.ts'
import { listCodes } from '../../codebook/store.ts'
import { atDesk, type Coding, type Desk, type Refused } from '../at-desk.ts'
import { recount } from '../codings/recount.ts'
import { listCodings, putCoding } from '../codings/store.ts'
import type { CodingContent, ExcerptId } from '../model.ts'
import type { CodingDb } from '../services.ts'
import { noteAnswers } from '../suggestions/note-answers.ts'
import { insertExcerpt, listExcerpts, listPostedTexts } from './store.ts'

export interface Span {
  version: VersionId
  starts: number
  ends: number
  /** As the coder saw them there. */
  words: string
}

/** Codes that are in use, or that the coder gave before, and issues that are the process's own. */
export async function knowsAll(
  { tx, comment: { processId } }: Pick<Desk, 'tx' | 'comment'>,
  { codes, positions }: CodingContent,
  before: readonly string[] = [],
): Promise<boolean> {
  const known = new Set<string>([...inUse(await listCodes(tx, processId)).map(({ id }) => id), ...before])
  const issues = new Set((await findProcess(tx, processId))?.issues.map(({ id }) => id))
  return codes.every((code) => known.has(code)) && positions.every(({ issue }) => issues.has(issue))
}

/** Marks a span of what is posted and says what the coder reads in it; what is marked already is coded only. */
export async function markExcerpt(
  db: CodingDb,
  coding: Coding,
  span: Span,
  content: CodingContent,
): Promise<{ excerpt: ExcerptId } | Refused> {
  const { at } = coding
  return atDesk(db, coding, async (desk) => {
    const { tx, comment, coder, own, tell } = desk
    if (own?.state !== 'taken') return { refused: 'not-taken' }
    const { version, starts, ends, words } = span
    const text = (await listPostedTexts(tx, comment.id)).find((one) => one.version === version)?.text
    if (text?.slice(starts, ends) !== words) return { refused: 'excerpt-gone' }
    if (!(await knowsAll(desk, content))) return { refused: 'code-gone' }
    const { id, fresh } = await insertExcerpt(tx, {
      ...{ id: newId<'excerpt'>(at.getTime()), process: comment.processId, request: comment.requestId },
      ...{ comment: comment.id, version, starts, ends, madeBy: coder, madeAt: at, words },
    })
    await putCoding(tx, { ...content, excerpt: id, coder, stage: 'made', at })
    await noteAnswers(desk, id, content, at)
    await recount(tx, [id])
    if (fresh) await tell('excerpt-marked', undefined, { kind: 'excerpt', id })
    await tell('excerpt-coded', undefined, { kind: 'excerpt', id })
    return { excerpt: id }
  })
}

/** Says what the coder reads in an excerpt that stands there. */
export async function codeExcerpt(
  db: CodingDb,
  coding: Coding,
  excerpt: ExcerptId,
  content: CodingContent,
): Promise<{ excerpt: ExcerptId } | Refused> {
  return atDesk(db, coding, async (desk) => {
    const { tx, comment, coder, own, tell } = desk
    if (own?.state !== 'taken') return { refused: 'not-taken' }
    const there = (await listExcerpts(tx, comment.id)).some(({ id }) => id === excerpt)
    if (!there) return { refused: 'excerpt-gone' }
    const mine = (await listCodings(tx, [excerpt])).find((one) => one.coder === coder && one.stage === 'made')
    if (!(await knowsAll(desk, content, mine?.codes))) return { refused: 'code-gone' }
    await putCoding(tx, { ...content, excerpt, coder, stage: 'made', at: coding.at })
    await noteAnswers(desk, excerpt, content, coding.at)
    await recount(tx, [excerpt])
    await tell('excerpt-coded', undefined, { kind: 'excerpt', id: excerpt })
    return { excerpt }
  })
}
