import type { Actor } from '../../../participants/index.ts'
import type { Instant } from '../../../platform/time.ts'
import type { RequestForComment } from '../../../requests/index.ts'
import { atDesk, type Coding, personOf, type Refused } from '../at-desk.ts'
import { wantedReaders } from '../model.ts'
import type { CodingDb } from '../services.ts'
import { findCoder, findNextToRead, insertReading } from './store.ts'

/** Takes a comment that is free, or that waits for its second reader. */
export async function takeComment(db: CodingDb, coding: Coding): Promise<{ taken: string } | Refused> {
  return atDesk(db, coding, async ({ tx, comment, coder, readings, own, tell }) => {
    if (own) return { taken: comment.number }
    if (readings.length >= wantedReaders(comment.chosen)) return { refused: 'taken-by-others' }
    const place = readings.reduce((most, one) => Math.max(most, one.place), 0) + 1
    if (!(await insertReading(tx, { comment: comment.id, coder, place, at: coding.at })))
      return { refused: 'taken-by-others' }
    await tell('comment-taken-to-code', { place })
    return { taken: comment.number }
  })
}

const TRIES = 20

/** Hands out the next comment; where somebody was faster, the one after it. Nothing once none is left. */
export async function takeNext(
  db: CodingDb,
  actor: Actor,
  { id, processId }: Pick<RequestForComment, 'id' | 'processId'>,
  at: Instant,
): Promise<string | undefined> {
  const person = personOf(actor)
  for (let tries = 0; tries < TRIES; tries += 1) {
    const next = await findNextToRead(db, id, await findCoder(db, processId, person))
    if (!next) return undefined
    const done = await takeComment(db, { actor, number: next.number, at })
    if ('taken' in done) return done.taken
  }
  return undefined
}
