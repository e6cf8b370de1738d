import { addRedactions, type Redaction } from '../../moderation/index.ts'
import type { Actor } from '../../participants/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { newId } from '../../platform/id.ts'
import { findWords, foldText, paragraphsOf, type Stretch } from '../../platform/text/index.ts'
import type { Instant } from '../../platform/time.ts'
import type { PostingTables } from '../posting/decide-comment.ts'
import { findPlaces, namePlace } from './find-places.ts'
import type { Redacting } from './post-redacted.ts'
import type { OpenText } from './prepare-redaction.ts'

export interface MarkOrder {
  /** The text in which to mark; none stands for all of them. */
  key?: string | undefined
  paragraph?: number | undefined
  /** The words to mark wherever they stand there; none stands for the whole paragraph. */
  words?: string | undefined
  reason: string
}

/** Whole words where there are some; a part of one only where the words stand nowhere else. */
function placesOf(text: string, words: string): Stretch[] {
  const found = findWords(foldText(text), words)
  const whole = found.filter((one) => one.whole)
  return whole.length > 0 ? whole : found
}

function stretchesIn({ text }: OpenText, { paragraph, words }: MarkOrder): Stretch[] {
  const within = paragraph === undefined ? { start: 0, end: text.length } : paragraphsOf(text)[paragraph - 1]
  if (!within) return []
  if (words === undefined) return [within]
  return placesOf(text.slice(within.start, within.end), words).map(({ start, end }) => ({
    start: start + within.start,
    end: end + within.start,
  }))
}

/** Marks what must not be published; answers how many places that were. */
export async function markWords(
  db: Db<PostingTables>,
  { person: by }: Actor,
  { texts, whole }: Redacting,
  order: MarkOrder,
  at: Instant,
): Promise<number> {
  const about = { kind: 'comment', id: whole.comment.id }
  const asked = texts.filter(({ key }) => order.key === undefined || key === order.key)
  const redactions = asked.flatMap((one) =>
    stretchesIn(one, order).map(({ start, end }): Redaction => {
      const stretch = { version: one.version, start, end }
      return {
        id: newId<'redaction'>(at.getTime()),
        about,
        of: one.of,
        stretch,
        reason: order.reason,
        by,
        at,
      }
    }),
  )
  await db.transaction().execute((tx) => addRedactions(tx, redactions))
  return redactions.length
}

/** Marks the places chosen of those that were found; what is found no more is left out. */
export async function markPlaces(
  db: Db<PostingTables>,
  { person: by }: Actor,
  { texts, whole }: Redacting,
  { places, reason }: { places: readonly string[]; reason: string },
  at: Instant,
): Promise<number> {
  const about = { kind: 'comment', id: whole.comment.id }
  const redactions = findPlaces(texts)
    .filter((place) => places.includes(namePlace(place)))
    .flatMap(({ key, start, end }): Redaction[] => {
      const text = texts.find((one) => one.key === key)
      const id = newId<'redaction'>(at.getTime())
      const stretch = text && { version: text.version, start, end }
      return text ? [{ id, about, of: text.of, stretch, reason, by, at }] : []
    })
  await db.transaction().execute((tx) => addRedactions(tx, redactions))
  return redactions.length
}

/** Keeps a file from being offered, though none of its text is marked. */
export async function holdBackFile(
  db: Db<PostingTables>,
  { person: by }: Actor,
  { whole }: Redacting,
  { number, reason }: { number: number; reason: string },
  at: Instant,
): Promise<boolean> {
  const file = whole.attachments.find(({ sent }) => sent.position + 1 === number)?.sent
  if (!file || file.publication === 'confidential') return false
  const about = { kind: 'comment', id: whole.comment.id }
  const of = { kind: 'attachment', id: file.id }
  const id = newId<'redaction'>(at.getTime())
  await db
    .transaction()
    .execute((tx) => addRedactions(tx, [{ id, about, of, stretch: undefined, reason, by, at }]))
  return true
}
