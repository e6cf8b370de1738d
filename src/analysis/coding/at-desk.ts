import type { Actor, PersonId } from '../../participants/index.ts'
import { Forbidden } from '../../platform/errors.ts'
import type { Instant } from '../../platform/time.ts'
import { append, type Detail } from '../../record/index.ts'
import type { CoderId, Reading } from './model.ts'
import { coderOf, findToRead, listReadings, lockPosted, type ToRead } from './readings/store.ts'
import type { CodingDb, CodingTx } from './services.ts'

/** Why something about a comment was not done. */
export type CodingRefusal =
  | 'gone'
  | 'taken-by-others'
  | 'not-taken'
  | 'excerpt-gone'
  | 'coded-by-others'
  | 'cited'
  | 'has-codings'
  | 'others-seen'
  | 'code-gone'
  | 'suggestion-gone'
  | 'suggestion-not-whole'

export interface Coding {
  actor: Actor
  /** The tracking number of the comment. */
  number: string
  at: Instant
}

export interface Desk {
  tx: CodingTx
  comment: ToRead
  coder: CoderId
  readings: readonly Reading[]
  own: Reading | undefined
  /** Says on the record what was done with the comment or with an excerpt of it. */
  tell(kind: string, detail?: Detail, about?: { kind: string; id: string }): Promise<void>
}

export type Refused = { refused: CodingRefusal }

export function personOf({ person }: Actor): PersonId {
  if (person === undefined) throw new Forbidden('Nobody is signed in.')
  return person
}

/** Opens a posted comment for one act of a coder: it stays posted, and nobody else codes it meanwhile. */
export async function atDesk<Done>(
  db: CodingDb,
  { actor, number, at }: Coding,
  act: (desk: Desk) => Promise<Done | Refused>,
): Promise<Done | Refused> {
  const person = personOf(actor)
  return db.transaction().execute(async (tx) => {
    const comment = await findToRead(tx, number)
    if (!comment || !(await lockPosted(tx, comment.id))) return { refused: 'gone' }
    const coder = await coderOf(tx, comment.processId, person, at)
    const readings = await listReadings(tx, comment.id)
    const own = readings.find((one) => one.coder === coder)
    const tell: Desk['tell'] = (kind, detail, about = { kind: 'comment', id: comment.id }) =>
      append(tx, { kind, about, process: comment.processId, by: person, at, ...(detail && { detail }) })
    return act({ tx, comment, coder, readings, own, tell })
  })
}
