import { type ContestId, nameContests, type SummariesDatabase } from '../analysis/index.ts'
import {
  type DeliberationsTables,
  nameStatements,
  type StatementId,
  type StatementsTables,
} from '../deliberation/index.ts'
import type { Named, NameRefs } from '../moderation/index.ts'
import type { Db } from '../platform/db/index.ts'
import { refKey } from '../platform/html/index.ts'
import { parseId } from '../platform/id.ts'
import type { Ref } from '../platform/ref.ts'
import { findNumbersSigned, findTrackingNumbers } from './store.ts'

/** What people call the things that refs point at, and where they are. */
export function nameRefs(db: Db<SummariesDatabase & DeliberationsTables & StatementsTables>): NameRefs {
  return async (refs) => {
    const idsOf = <Kind extends 'comment' | 'signatory' | 'contest' | 'statement'>(of: Kind) =>
      refs.filter(({ kind }) => kind === of).flatMap(({ id }) => parseId<Kind>(id) ?? [])
    const comments = await findTrackingNumbers(db, idsOf('comment'))
    const signed = await findNumbersSigned(db, idsOf('signatory'))
    const contests = await nameContests(db, idsOf('contest'))
    const statements = await nameStatements(db, idsOf('statement'))
    const at = (number: string | undefined) => number && { text: number, href: `/comments/${number}` }
    const of = ({ kind, id }: Ref): Named | '' | undefined => {
      if (kind === 'contest') return contests.get(id as ContestId)
      if (kind === 'statement') return statements.get(id as StatementId)
      return at((kind === 'signatory' ? signed : comments).get(id))
    }
    return new Map(
      refs.flatMap((ref): [string, Named][] => {
        const named = of(ref)
        return named ? [[refKey(ref), named]] : []
      }),
    )
  }
}
