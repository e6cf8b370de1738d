import { type SqlBool, sql } from 'kysely'
import type { PersonId } from '../../../participants/index.ts'
import { chosen } from '../readings/store.ts'

/** Whose eyes what a first coder said is kept from: one coder's, or everybody's, since who codes may look signed out. */
export type BlindTo = PersonId | 'everyone' | undefined

/** Whether a second coder has still to read a `comment`, unaware of what the first one said. */
export const awaitsSecond = sql<SqlBool>`(${chosen} and (select count(*) < 2 from analysis.reading
  where reading.comment_id = comment.id and reading.state <> 'taken'))`

/**
 * Whether what others said of a `comment` stays covered before this coder, who is at it or may still become its second
 * reader; or before everyone, until its second reader is done.
 */
export function hiddenFrom(whom: BlindTo) {
  if (whom === undefined) return sql<SqlBool>`false`
  if (whom === 'everyone') return awaitsSecond
  return sql<SqlBool>`(select coalesce(bool_or(coder.person_id = ${whom} and reading.state = 'taken'), false)
        or (${chosen} and count(*) < 2 and not coalesce(bool_or(coder.person_id = ${whom}), false))
      from analysis.reading join analysis.coder on coder.id = reading.coder_id
      where reading.comment_id = comment.id)`
}
