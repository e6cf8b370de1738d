import { findQuote, listPostedTexts } from '../../../analysis/index.ts'
import { findToModerate } from '../../../docket/index.ts'
import { parseId } from '../../../platform/id.ts'
import type { Source } from '../model.ts'
import type { StatementsDb } from '../services.ts'
import { findExcerptWords } from '../store.ts'

export interface LiftFrom {
  comment: string
  excerpt: string
  quote: string
}

/** The span that was quoted, as it stands in what is posted; nothing where it stands nowhere there. */
export async function findSource(
  db: StatementsDb,
  process: string,
  { comment: number, excerpt, quote }: LiftFrom,
): Promise<Source | undefined> {
  const comment = await findToModerate(db, number.trim().toUpperCase())
  if (comment?.state !== 'posted' || comment.processId !== process) return undefined
  const texts = await listPostedTexts(db, comment.id)
  const keyed = texts.map(({ version, text }) => ({ key: version as string, text }))
  const [place] = findQuote(keyed, { words: quote })
  const version = place && texts.find((one) => one.version === place.key)?.version
  if (!place || !version) return undefined
  const id = parseId<'excerpt'>(excerpt)
  const known = id && (await findExcerptWords(db, id))?.number === comment.number ? id : undefined
  return { comment: comment.id, excerpt: known, version, starts: place.start, ends: place.end }
}

/** What the form begins with: the words of an excerpt, or the number of a comment. */
export async function beginLift(
  db: StatementsDb,
  { comment = '', excerpt = '' }: { comment?: string; excerpt?: string },
): Promise<LiftFrom> {
  const id = parseId<'excerpt'>(excerpt)
  const found = id && (await findExcerptWords(db, id))
  if (!found) return { comment, excerpt: '', quote: '' }
  return { comment: found.number, excerpt, quote: found.words }
}
