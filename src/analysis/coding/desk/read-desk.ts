import type { Actor } from '../../../participants/index.ts'
import type { Issue } from '../../../processes/index.ts'
import { type Code, inUse } from '../../codebook/model.ts'
import { listCodes } from '../../codebook/store.ts'
import { listCodings } from '../codings/store.ts'
import type { Excerpt, PostedText } from '../excerpts/model.ts'
import { listExcerpts, listPostedTexts } from '../excerpts/store.ts'
import { type CoderId, isOpen, type JudgedCoding, type Reading, wantedReaders } from '../model.ts'
import { namesOf } from '../readings/names-of.ts'
import { findCoder, listReadings, type ToRead } from '../readings/store.ts'
import type { CodingDb } from '../services.ts'
import { type Draft, draftOf, type Suggestion } from '../suggestions/model.ts'
import { listSuggestions } from '../suggestions/store.ts'
import { repeatedPhrases } from './repeated-phrases.ts'

/** A text with the name that forms have for it. */
export interface DeskText extends PostedText {
  key: string
}

/** An excerpt with what programs suggest of it, and what a person would take over. */
export interface SuggestedExcerpt {
  excerpt: Excerpt
  suggestions: readonly Suggestion[]
  draft: Draft
}

export interface DeskView {
  comment: ToRead
  texts: readonly DeskText[]
  /** To what the texts come back. */
  phrases: readonly string[]
  excerpts: readonly Excerpt[]
  codes: readonly Code[]
  readings: readonly Reading[]
  coder: CoderId | undefined
  own: Reading | undefined
  /** What the viewer may see: their own, and those of others once all are done. */
  codings: readonly JudgedCoding[]
  open: boolean
  /** What programs suggest; a coder sees it as if nobody had answered it. */
  suggestions: readonly SuggestedExcerpt[]
  /** Those that this coder took over, or coded otherwise. */
  answered: readonly Suggestion[]
  names: ReadonlyMap<CoderId, string>
}

function suggestedOf(
  excerpts: readonly Excerpt[],
  told: readonly Suggestion[],
  mine: ReadonlySet<string>,
  { codes, issues }: { codes: readonly Code[]; issues: readonly Pick<Issue, 'id'>[] },
): SuggestedExcerpt[] {
  const known = { codes: inUse(codes).map(({ id }) => id), issues: issues.map(({ id }) => id) }
  const open = told.filter((one) => one.answer === undefined && !mine.has(one.excerpt))
  return excerpts.flatMap((excerpt) => {
    const suggestions = open.filter((one) => one.excerpt === excerpt.id)
    const draft = draftOf(
      suggestions.flatMap(({ parts }) => parts),
      known,
    )
    return draft.lacks === 'all' ? [] : [{ excerpt, suggestions, draft }]
  })
}

/** What a coder finds on the desk; what others said stays covered until everybody who reads the comment is done. */
export async function readDesk(
  db: CodingDb,
  viewer: Actor,
  comment: ToRead,
  issues: readonly Pick<Issue, 'id'>[],
): Promise<DeskView> {
  const { id } = comment
  const coder = await findCoder(db, comment.processId, viewer.person)
  const readings = await listReadings(db, id)
  const posted = await listPostedTexts(db, id)
  const all = await listExcerpts(db, id)
  const told = await listSuggestions(db, id, coder)
  const open = isOpen(readings, wantedReaders(comment.chosen))
  const said = await listCodings(
    db,
    all.map((one) => one.id),
  )
  const codings = said.filter((one) => one.stage !== 'suggested' && (open || one.coder === coder))
  const mine = new Set(codings.flatMap((one) => (one.coder === coder ? [one.excerpt] : [])))
  const covered = new Set(told.map((one) => one.excerpt))
  const excerpts = all.filter((one) => !one.suggested && (open || mine.has(one.id) || !covered.has(one.id)))
  const codes = await listCodes(db, comment.processId)
  return {
    answered: told.filter(({ answer }) => answer === 'accepted' || answer === 'changed'),
    suggestions: open ? [] : suggestedOf(all, told, mine, { codes, issues }),
    ...{ comment, excerpts, readings, coder, open, codings },
    phrases: repeatedPhrases(
      posted.map(({ text, language }) => ({ text, language: language ?? comment.language })),
    ),
    texts: posted.map((text) => ({ ...text, key: `${text.kind}-${text.position + 1}` })),
    codes,
    own: readings.find((one) => one.coder === coder),
    names: await namesOf(db, [...readings.map((one) => one.coder), ...codings.map((one) => one.coder)]),
  }
}
