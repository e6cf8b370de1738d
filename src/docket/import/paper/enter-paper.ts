import type { Actor } from '../../../participants/index.ts'
import type { Db } from '../../../platform/db/index.ts'
import { instantIn } from '../../../platform/i18n/index.ts'
import { after, type Instant, parseInstant } from '../../../platform/time.ts'
import { append } from '../../../record/index.ts'
import type { RequestForComment } from '../../../requests/index.ts'
import { type Taken, type TakingTables, takeComments } from '../../comments/take-comments.ts'
import { arrivalOf } from '../../intake/arrival-of.ts'
import type { DraftFile } from '../../intake/draft-file.ts'
import type { CommentForm } from '../../intake/model.ts'
import { countedDay, type PaperDays } from './model.ts'
import { insertPaper } from './store.ts'
import type { PaperTables } from './tables.ts'

export interface PaperComment {
  request: RequestForComment
  form: CommentForm
  files: readonly DraftFile[]
  days: PaperDays
}

function dayAfter(day: string): string {
  const begins = parseInstant(`${day}T00:00:00Z`)
  return begins ? after(begins, 86_400_000).toISOString().slice(0, 10) : day
}

/**
 * From when a comment on paper counts: the beginning of its day, on the clocks of the deadline. A day that a zone left out
 * when it crossed the date line begins with the next.
 */
export function countedFrom(days: PaperDays, zone: string): Instant {
  const day = countedDay(days)
  for (const one of [day, dayAfter(day)]) {
    for (const hour of ['00', '01', '02', '03']) {
      const at = instantIn(zone, `${one}T${hour}:00`)
      if (typeof at !== 'string') return at
    }
  }
  throw new Error(`No day begins at ${day} in ${zone}.`)
}

/** Takes a comment that came on paper, by the way of every other; who entered it stands in the record. */
export async function enterPaper(
  db: Db<TakingTables & PaperTables>,
  actor: Actor,
  { request, form, files, days }: PaperComment,
  now: Instant,
): Promise<Taken> {
  const written = arrivalOf(form, request, { channel: 'web-form', files, at: now })
  const at = countedFrom(days, request.deadline.zone)
  const arrival = { ...written, channel: 'paper', original: { at } } as const
  return db.transaction().execute(async (tx) => {
    const [taken] = await takeComments(tx, [arrival])
    if (!taken) throw new Error('A comment on paper was not taken.')
    if (taken.again) return taken
    await insertPaper(tx, taken.id, actor.person, { ...days, enteredAt: now })
    await append(tx, {
      kind: 'comment-entered-from-paper',
      about: { kind: 'comment', id: taken.id },
      process: request.processId,
      by: actor.person,
      at: now,
      detail: { receivedOn: days.receivedOn, ...(days.postmarkedOn && { postmarkedOn: days.postmarkedOn }) },
    })
    return taken
  })
}
