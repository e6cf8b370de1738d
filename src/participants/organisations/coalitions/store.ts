import type { Db, Tx } from '../../../platform/db/index.ts'
import type { Instant } from '../../../platform/time.ts'
import type { OrganisationId, PersonId } from '../../model.ts'
import type { Membership, MembershipId, Ties } from '../model.ts'
import type { OrganisationsTables } from '../tables.ts'

type Reading = Db<OrganisationsTables>
type Writing = Tx<OrganisationsTables>

/** One that ended before the member confirmed it was only said: nobody is told of it any more. */
async function list(db: Reading, own: 'coalition' | 'member', id: OrganisationId): Promise<Membership[]> {
  const other = own === 'coalition' ? 'member' : 'coalition'
  const rows = await db
    .selectFrom('participants.membership as one')
    .innerJoin('participants.organisation as other', 'other.id', `one.${other}`)
    .select(['one.id', 'one.from_at', 'one.until_at', 'one.confirmed_at'])
    .select(['other.id as other_id', 'other.name', 'other.slug'])
    .where(`one.${own}`, '=', id)
    .where((where) =>
      where.or([where('one.confirmed_at', 'is not', null), where('one.until_at', 'is', null)]),
    )
    .orderBy('other.name')
    .orderBy('one.from_at')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    from: row.from_at,
    until: row.until_at ?? undefined,
    confirmedAt: row.confirmed_at ?? undefined,
    other: { id: row.other_id, name: row.name, slug: row.slug },
  }))
}

export async function listTies(db: Reading, id: OrganisationId): Promise<Ties> {
  const [members, coalitions] = await Promise.all([list(db, 'coalition', id), list(db, 'member', id)])
  return { members, coalitions }
}

export async function findMembership(db: Reading, id: MembershipId) {
  return db
    .selectFrom('participants.membership')
    .select(['id', 'coalition', 'member', 'until_at as until'])
    .where('id', '=', id)
    .executeTakeFirst()
}

export interface NewMembership {
  id: MembershipId
  coalition: OrganisationId
  member: OrganisationId
  from: Instant
}

/** Adds a running membership, unless one runs, or what is named is no coalition. */
export async function insertMembership(
  tx: Writing,
  { id, coalition, member, from }: NewMembership,
  by: PersonId | undefined,
): Promise<boolean> {
  const added = await tx
    .insertInto('participants.membership')
    .columns(['id', 'coalition', 'member', 'from_at', 'said_by'])
    .expression((from_) =>
      from_
        .selectFrom('participants.organisation')
        .select(({ val, cast }) => [
          cast<MembershipId>(val(id), 'uuid').as('id'),
          'id as coalition',
          cast<OrganisationId>(val(member), 'uuid').as('member'),
          cast<Instant>(val(from), 'timestamptz').as('from_at'),
          cast<PersonId | null>(val(by ?? null), 'uuid').as('said_by'),
        ])
        .where('id', '=', coalition)
        .where('coalition', '=', true)
        .where('merged_into', 'is', null),
    )
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

export async function markConfirmed(
  tx: Writing,
  id: MembershipId,
  by: PersonId,
  at: Instant,
): Promise<boolean> {
  const marked = await tx
    .updateTable('participants.membership')
    .set({ confirmed_by: by, confirmed_at: at })
    .where('id', '=', id)
    .where('confirmed_at', 'is', null)
    .where('until_at', 'is', null)
    .executeTakeFirst()
  return marked.numUpdatedRows === 1n
}

export async function markEnded(tx: Writing, id: MembershipId, at: Instant): Promise<boolean> {
  const marked = await tx
    .updateTable('participants.membership')
    .set(({ fn, val, ref }) => ({ until_at: fn<Instant>('greatest', [val(at), ref('from_at')]) }))
    .where('id', '=', id)
    .where('until_at', 'is', null)
    .executeTakeFirst()
  return marked.numUpdatedRows === 1n
}
