import type { CommentTables } from '../docket/index.ts'
import type { NameRefs } from '../moderation/index.ts'
import type { Db } from '../platform/db/index.ts'
import { refKey } from '../platform/html/index.ts'
import { parseId } from '../platform/id.ts'
import { findNumbersSigned, findTrackingNumbers } from './store.ts'

/** What people call the things that refs point at, and where they are. */
export function nameRefs(db: Db<CommentTables>): NameRefs {
  return async (refs) => {
    const idsOf = <Kind extends 'comment' | 'signatory'>(of: Kind) =>
      refs.filter(({ kind }) => kind === of).flatMap(({ id }) => parseId<Kind>(id) ?? [])
    const comments = await findTrackingNumbers(db, idsOf('comment'))
    const signed = await findNumbersSigned(db, idsOf('signatory'))
    const named = refs.flatMap((ref) => {
      const number = (ref.kind === 'signatory' ? signed : comments).get(ref.id)
      return number ? [[refKey(ref), { text: number, href: `/comments/${number}` }] as const] : []
    })
    return new Map(named)
  }
}
