import type { Db } from '../../../platform/db/index.ts'
import type { DeliberationId } from '../../deliberations/model.ts'
import type { DeliberationTables } from '../../voting/tables.ts'

/** What statements and participants were called where a deliberation was held, by their numbers here. */
export interface Names {
  statements: ReadonlyMap<number, string>
  participants: ReadonlyMap<number, string>
  moderated: ReadonlyMap<number, -1 | 0 | 1>
}

export async function listNames(db: Db<DeliberationTables>, id: DeliberationId): Promise<Names> {
  const statements = await db
    .selectFrom('deliberation.statement')
    .select(['number', 'known_as', 'moderated'])
    .where('deliberation_id', '=', id)
    .where('known_as', 'is not', null)
    .execute()
  const people = await db
    .selectFrom('deliberation.participant')
    .select(['number', 'known_as'])
    .where('deliberation_id', '=', id)
    .where('known_as', 'is not', null)
    .execute()
  return {
    statements: new Map(statements.map((one) => [one.number, one.known_as ?? ''])),
    participants: new Map(people.map((one) => [one.number, one.known_as ?? ''])),
    moderated: new Map(statements.map((one) => [one.number, one.moderated ?? 1])),
  }
}
