import type { CommentTables } from '../docket/index.ts'
import type { NameRefs } from '../moderation/index.ts'
import type { Db } from '../platform/db/index.ts'
import { refKey } from '../platform/html/index.ts'
import { parseId } from '../platform/id.ts'
import { findTrackingNumbers } from './store.ts'

/** What people call the things that refs point at, and where they are. */
export function nameRefs(db: Db<CommentTables>): NameRefs {
  return async (refs) => {
    const comments = refs.filter(({ kind }) => kind === 'comment')
    const ids = comments.flatMap(({ id }) => parseId<'comment'>(id) ?? [])
    const numbers = await findTrackingNumbers(db, ids)
    const named = comments.flatMap((ref) => {
      const number = numbers.get(ref.id)
      return number ? [[refKey(ref), { text: number, href: `/comments/${number}` }] as const] : []
    })
    return new Map(named)
  }
}
