import { type SqlBool, sql } from 'kysely'
import type { PersonId } from '../../../participants/index.ts'
import { chosen } from '../readings/store.ts'

/**
 * Whether what others said of a `comment` stays covered before this coder, who is at it or may still become its second
 * reader.
 */
export const hiddenFrom = (person: PersonId | undefined) =>
  person === undefined
    ? sql<SqlBool>`false`
    : sql<SqlBool>`(select coalesce(bool_or(coder.person_id = ${person} and reading.state = 'taken'), false)
        or (${chosen} and count(*) < 2 and not coalesce(bool_or(coder.person_id = ${person}), false))
      from analysis.reading join analysis.coder on coder.id = reading.coder_id
      where reading.comment_id = comment.id)`
