import type { Issue } from '../../../processes/index.ts'
import type { Coding, CodingRefusal } from '../at-desk.ts'
import { type FieldProblems, type Fields, oneOf, readContent } from '../codings/read-content.ts'
import { findQuote, namePlace, type Place, wholeParagraph } from '../excerpts/find-quote.ts'
import { codeExcerpt, markExcerpt } from '../excerpts/mark-excerpt.ts'
import type { ExcerptId } from '../model.ts'
import type { CodingDb } from '../services.ts'
import type { DeskText, DeskView } from './read-desk.ts'

export type Marked =
  | { excerpt: ExcerptId }
  | { problems: FieldProblems; places?: readonly Place[] }
  | { refused: CodingRefusal }

const MOST_PLACES = 50

/** Where the words of the form stand: once, several times, or not at all. */
function placesOf(texts: readonly DeskText[], fields: Fields): readonly Place[] {
  const [words, key] = [oneOf(fields, 'words'), oneOf(fields, 'in')]
  const paragraph = Number.parseInt(oneOf(fields, 'paragraph'), 10)
  if (words.trim() === '') {
    const whole = key === '' ? undefined : wholeParagraph(texts, key, paragraph)
    return whole ? [whole] : []
  }
  const within = {
    ...(key !== '' && { key }),
    ...(Number.isInteger(paragraph) && { paragraph }),
  }
  const found = findQuote(texts, { words, ...within })
  const elsewhere = found.length > 0 ? found : findQuote(texts, { words })
  return chosenOf(elsewhere, fields).slice(0, MOST_PLACES)
}

/** Of several places the one that was chosen, or that was selected on the page. */
function chosenOf(found: readonly Place[], fields: Fields): readonly Place[] {
  const at = oneOf(fields, 'at')
  const named = oneOf(fields, 'place') || (at && `${oneOf(fields, 'in')}.${at}`)
  const chosen = found.find((place) => namePlace(place) === named)
  return chosen ? [chosen] : found
}

function spanProblem(places: readonly Place[], fields: Fields): FieldProblems | undefined {
  if (places.length === 1) return undefined
  if (places.length > 1) return new Map([['place', 'placeMissing']])
  return new Map([['words', oneOf(fields, 'words').trim() === '' ? 'wordsMissing' : 'wordsNotFound']])
}

/** Marks and codes what the form says, or answers what is to be mended in it. */
export async function markFromForm(
  db: CodingDb,
  coding: Coding,
  { texts }: DeskView,
  issues: readonly Issue[],
  fields: Fields,
): Promise<Marked> {
  const places = placesOf(texts, fields)
  const read = readContent(fields, issues)
  const wrong = spanProblem(places, fields)
  const others = 'problems' in read ? read.problems : new Map()
  if (wrong || 'problems' in read) return { problems: new Map([...(wrong ?? []), ...others]), places }
  const [place] = places
  const text = texts.find(({ key }) => key === place?.key)
  if (!place || !text) return { refused: 'excerpt-gone' }
  const { start: starts, end: ends } = place
  const span = { version: text.version, starts, ends, words: text.text.slice(starts, ends) }
  return markExcerpt(db, coding, span, read.content)
}

/** Codes an excerpt that stands there; a second coder may say that no code applies. */
export async function codeFromForm(
  db: CodingDb,
  coding: Coding,
  excerpt: ExcerptId,
  issues: readonly Issue[],
  fields: Fields,
): Promise<Marked> {
  const read = readContent(fields, issues, true)
  return 'problems' in read ? read : codeExcerpt(db, coding, excerpt, read.content)
}
