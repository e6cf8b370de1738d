import { sql } from 'kysely'
import type { ParticipantsTables } from '../../../participants/index.ts'
import type { Db } from '../../../platform/db/index.ts'
import { MOST_SIGNATORIES } from '../../comments/signatories/model.ts'

/** The members that a coalition has now, by its name; nothing where no coalition goes by it. */
export async function findMembers(
  db: Db<ParticipantsTables>,
  name: string,
): Promise<{ name: string; country: string | null }[] | undefined> {
  const coalition = await db
    .selectFrom('participants.organisation_name as known')
    .innerJoin('participants.organisation as coalition', 'coalition.id', 'known.organisation')
    .select('coalition.id')
    .where('known.plain', '=', sql<string>`participants.plain_name(${name})`)
    .where('coalition.coalition', '=', true)
    .executeTakeFirst()
  if (!coalition) return undefined
  return db
    .selectFrom('participants.membership as one')
    .innerJoin('participants.organisation as member', 'member.id', 'one.member')
    .select(['member.name', 'member.country'])
    .where('one.coalition', '=', coalition.id)
    .where('one.until_at', 'is', null)
    .orderBy('member.name')
    .limit(MOST_SIGNATORIES)
    .execute()
}
