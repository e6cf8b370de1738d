import { listReasons, type ModerationTables, standingDecisions } from '../../moderation/index.ts'
import { listStakeholderGroups, type ParticipantsTables } from '../../participants/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { RequestForComment } from '../../requests/index.ts'
import type { TextsTables } from '../../texts/index.ts'
import type { CommentId } from '../comments/model.ts'
import type { CommentTables } from '../comments/tables.ts'
import { termsAsked, termsLeftOut } from '../search/model.ts'
import { findQuery, isSaidByFew } from '../search/store.ts'
import type { Asked } from './address.ts'
import { countComments, countListed, listFacets, listWithheldIds } from './counts/store.ts'
import { type Filters, isLateShown, type PublicComment, type PublishedText } from './model.ts'
import { parsePlace, placeText } from './place.ts'
import { type Found, readFound } from './read-found.ts'
import { answerRef, readTexts } from './read-texts.ts'
import { listAnswers, listAttachments } from './shares/store.ts'
import { type Docket, listComments } from './store.ts'

export type ReadingTables = CommentTables & TextsTables & ModerationTables & ParticipantsTables
export type ReadingDb = Db<ReadingTables>

/** Where a list begins, or ends, as its address says it. */
export interface Turned {
  from?: string | undefined
  until?: string | undefined
}

export interface ReadComment {
  comment: PublicComment
  late: boolean
  excerpt: PublishedText | undefined
  /** Where it says what was searched for. */
  found: Found | undefined
  attachments: number
  confidential: number
  /** Why it is withheld: the reason's code, and its name. */
  reasonCode: string | undefined
  reason: string | undefined
}

const EXCERPT = 280

/** The beginning of a text in one run, to the end of a word and never through the middle of a letter. */
export function excerptOf(whole: string): string {
  const text = whole
    .slice(0, 2 * EXCERPT)
    .replace(/\s+/g, ' ')
    .trim()
  if (text.length <= EXCERPT) return text
  const cut = text.slice(0, EXCERPT)
  const space = cut.lastIndexOf(' ')
  const kept =
    space > EXCERPT / 2 ? cut.slice(0, space).replace(/\p{P}+$/u, '') : cut.replace(/[\ud800-\udbff]$/, '')
  return `${kept}…`
}

export async function reasonNames(db: Db<ModerationTables>): Promise<ReadonlyMap<string, string>> {
  return new Map((await listReasons(db, { retired: true })).map(({ code, name }) => [code, name]))
}

async function countReasons(db: ReadingDb, docket: Docket) {
  const withheld = await listWithheldIds(db, docket.id)
  const [decisions, names] = [await standingDecisions(db, 'comment', withheld), await reasonNames(db)]
  const byReason = Map.groupBy(decisions.values(), ({ reason }) => reason ?? '')
  return [...byReason]
    .map(([code, all]) => ({ name: names.get(code) ?? code, count: all.length }))
    .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name))
}

export async function readCounts(db: ReadingDb, docket: Docket) {
  const [counts, reasons] = await Promise.all([countComments(db, docket), countReasons(db, docket)])
  return { counts, reasons }
}

export async function readChoices(db: ReadingDb, { id, questions }: RequestForComment) {
  const [facets, groups] = await Promise.all([listFacets(db, id), listStakeholderGroups(db)])
  return { facets, groups, questions }
}

async function readExcerpts(db: ReadingDb, docket: Docket, ids: readonly CommentId[]) {
  const answers = await listAnswers(db, ids, docket)
  const first = [...answers].flatMap(([id, { shown }]) => shown.slice(0, 1).map((answer) => ({ id, answer })))
  const texts = await readTexts(
    db,
    first.map(({ answer }) => answerRef(answer)),
  )
  const excerpts = new Map(
    first.map(({ id, answer }) => [id, excerptOf(texts.get(answer.id)?.content?.text ?? '')]),
  )
  return { answers, excerpts }
}

/** Why those of these comments are withheld or erased that are: the reasons' codes by comment, and their names. */
export async function readReasons(db: ReadingDb, comments: readonly PublicComment[]) {
  const explained = (one: PublicComment) => one.standing === 'withheld' || one.standing === 'erased'
  const withheld = comments.filter(explained).map(({ id }) => id)
  if (withheld.length === 0) return { codes: new Map<string, string>(), names: new Map<string, string>() }
  const [decisions, names] = [await standingDecisions(db, 'comment', withheld), await reasonNames(db)]
  return { codes: new Map([...decisions].map(([id, { reason = '' }]) => [id, reason])), names }
}

/** What a list says of each of these comments. */
export async function readRows(
  db: ReadingDb,
  docket: Docket,
  comments: readonly PublicComment[],
  words?: string,
): Promise<ReadComment[]> {
  const ids = comments.filter(({ shown, confidential }) => shown || confidential).map(({ id }) => id)
  const [{ answers, excerpts }, attachments, reasons] = await Promise.all([
    readExcerpts(db, docket, ids),
    listAttachments(db, ids),
    readReasons(db, comments),
  ])
  const found =
    words === undefined ? undefined : await readFound(db, comments, { answers, attachments }, words)
  return comments.map((comment) => {
    const text = excerpts.get(comment.id)
    const code = reasons.codes.get(comment.id)
    const [said, files] = [answers.get(comment.id), attachments.get(comment.id)]
    return {
      comment,
      late: isLateShown(docket.deadline.at, comment),
      excerpt: text && comment.shown ? { text, language: comment.shown.language } : undefined,
      found: found?.get(comment.id),
      attachments: files?.shown.length ?? 0,
      confidential: (said?.confidential ?? 0) + (files?.confidential ?? 0),
      reasonCode: code,
      reason: code && (reasons.names.get(code) ?? code),
    }
  })
}

const placeOf = (comment: PublicComment | undefined) =>
  comment && placeText({ at: comment.sentAt, id: comment.id })

const MOST_COUNTED = 1000

/** The docket with what its search is asked, where words are looked for. */
export async function seekIn(db: ReadingDb, docket: Docket, { words }: Filters): Promise<Docket> {
  if (words === undefined) return docket
  const without = termsLeftOut(words)
  const query = await findQuery(db, without ?? termsAsked(words), docket.id)
  const few = query !== '' && without === undefined && (await isSaidByFew(db, query))
  return { ...docket, sought: { query, leftOut: without !== undefined, few } }
}

/** One page of the docket, with the places where the pages before and after it begin. */
export async function readPage(db: ReadingDb, given: Docket, asked: Asked, turned: Turned, limit: number) {
  const docket = await seekIn(db, given, asked.filters)
  const [{ comments, before, after }, counted] = await Promise.all([
    turnTo(db, docket, asked, turned, limit),
    countListed(db, docket, asked.filters, MOST_COUNTED + 1),
  ])
  const places = {
    until: before ? placeOf(comments.at(0)) : undefined,
    from: after ? placeOf(comments.at(-1)) : undefined,
  }
  const rows = await readRows(db, docket, comments, asked.filters.words)
  const more = asked.filters.words !== undefined && counted > MOST_COUNTED
  const matching = {
    count: more ? MOST_COUNTED : counted,
    more,
    nothingAsked: docket.sought?.query === '',
  }
  return { rows, matching, places }
}

async function turnTo(
  db: ReadingDb,
  docket: Docket,
  { filters, sort }: Asked,
  { from, until }: Turned,
  limit: number,
) {
  const [start, end] = [parsePlace(from), parsePlace(until)]
  const backwards = start === undefined && end !== undefined
  const stretch = { sort, from: start ?? end, backwards, limit: limit + 1 }
  const found = await listComments(db, docket, filters, stretch)
  const more = found.length > limit
  if (backwards) return { comments: found.slice(more ? 1 : 0), before: more, after: true }
  return { comments: found.slice(0, limit), before: start !== undefined, after: more }
}
