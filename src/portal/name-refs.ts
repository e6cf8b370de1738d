import { nameContests, type SummariesDatabase } from '../analysis/index.ts'
import { type DeliberationTables, nameReasons, nameStatements } from '../deliberation/index.ts'
import type { Named, NameRefs } from '../moderation/index.ts'
import type { Db } from '../platform/db/index.ts'
import { refKey } from '../platform/html/index.ts'
import { parseId } from '../platform/id.ts'
import type { Ref } from '../platform/ref.ts'
import { findNumbersSigned, findTrackingNumbers } from './store.ts'

/** What people call the things that refs point at, and where they are. */
export function nameRefs(db: Db<SummariesDatabase & DeliberationTables>): NameRefs {
  return async (refs) => {
    const idsOf = <Kind extends 'comment' | 'signatory' | 'contest' | 'statement' | 'vote-reason'>(
      of: Kind,
    ) => refs.filter(({ kind }) => kind === of).flatMap(({ id }) => parseId<Kind>(id) ?? [])
    const comments = await findTrackingNumbers(db, idsOf('comment'))
    const signed = await findNumbersSigned(db, idsOf('signatory'))
    const contests = await nameContests(db, idsOf('contest'))
    const statements = await nameStatements(db, idsOf('statement'))
    const reasons = await nameReasons(db, idsOf('vote-reason'))
    const at = (number: string | undefined) => number && { text: number, href: `/comments/${number}` }
    const others: Readonly<Record<string, ReadonlyMap<string, Named>>> = {
      contest: contests,
      statement: statements,
      'vote-reason': reasons,
    }
    const of = ({ kind, id }: Ref): Named | '' | undefined =>
      others[kind] ? others[kind].get(id) : at((kind === 'signatory' ? signed : comments).get(id))
    return new Map(
      refs.flatMap((ref): [string, Named][] => {
        const named = of(ref)
        return named ? [[refKey(ref), named]] : []
      }),
    )
  }
}
