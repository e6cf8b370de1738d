import type { Coding, Refused } from '../at-desk.ts'
import { finishReading, takeUpAgain } from '../readings/finish-reading.ts'
import { giveBack } from '../readings/give-back.ts'
import { takeComment } from '../readings/take-comment.ts'
import type { CodingDb } from '../services.ts'

export type DeskAct = 'take' | 'give-back' | 'take-up-again' | 'done' | 'not-substantive'

/** Does what a button of the desk says. */
export async function actOn(db: CodingDb, coding: Coding, act: DeskAct): Promise<object | Refused> {
  switch (act) {
    case 'take':
      return takeComment(db, coding)
    case 'give-back':
      return giveBack(db, coding)
    case 'take-up-again':
      return takeUpAgain(db, coding)
    default:
      return finishReading(db, coding, act)
  }
}
