import type { Actor } from '../../../participants/index.ts'
import type { Db } from '../../../platform/db/index.ts'
import { instantIn } from '../../../platform/i18n/index.ts'
import type { Instant } from '../../../platform/time.ts'
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

/** From when a comment on paper counts: the beginning of its day, on the clocks of the deadline. */
export function countedFrom(days: PaperDays, zone: string): Instant {
  const at = [0, 1, 2].map((hour) => instantIn(zone, `${countedDay(days)}T0${hour}:00`))
  const found = at.find((one) => typeof one !== 'string')
  if (found === undefined || typeof found === 'string') throw new Error('A day begins in no hour of its own.')
  return found
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
