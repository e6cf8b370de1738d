import { type SqlBool, sql } from 'kysely'
import type { Db, Tx } from '../../../platform/db/index.ts'
import type { Instant } from '../../../platform/time.ts'
import type { OrganisationId, PersonId } from '../../model.ts'
import type { AliasReason, DescribedOrganisation, OtherName, RepresentationId, Sought } from '../model.ts'
import type { OrganisationsTables } from '../tables.ts'

type Reading = Db<OrganisationsTables>
type Writing = Tx<OrganisationsTables>

export type Details = Pick<DescribedOrganisation, 'name' | 'group' | 'country' | 'site' | 'coalition'>

const described = [
  'id',
  'name',
  'slug',
  'stakeholder_group as group',
  'country',
  'site',
  'coalition',
  'merged_into as mergedInto',
] as const

type Row = Omit<DescribedOrganisation, 'country' | 'site'> & {
  country: string | null
  site: string | null
  mergedInto: OrganisationId | null
}

const toDescribed = ({ mergedInto: _, country, site, ...rest }: Row): DescribedOrganisation => ({
  ...rest,
  country: country ?? undefined,
  site: site ?? undefined,
})

async function describedWhere(db: Reading, by: { id: OrganisationId } | { slug: string }) {
  const all = db.selectFrom('participants.organisation').select(described)
  const row = await ('id' in by
    ? all.where('id', '=', by.id)
    : all.where('slug', '=', by.slug)
  ).executeTakeFirst()
  return row
}

/** An organisation, or the one that it was merged into. */
export async function describeOrganisation(
  db: Reading,
  by: { id: OrganisationId } | { slug: string },
): Promise<DescribedOrganisation | undefined> {
  const row = await describedWhere(db, by)
  const standing = row?.mergedInto ? await describedWhere(db, { id: row.mergedInto }) : row
  return standing && toDescribed(standing)
}

/** One page of the directory by name; words are sought in every name an organisation goes by. */
export async function searchOrganisations(
  db: Reading,
  { words, group }: Sought,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ organisations: DescribedOrganisation[]; count: number }> {
  const like = words && `%${words.replace(/[\\%_]/g, '\\$&')}%`
  const found = db
    .selectFrom('participants.organisation as organisation')
    .where('merged_into', 'is', null)
    .$if(group !== undefined, (all) => all.where('stakeholder_group', '=', group ?? ''))
    .$if(like !== undefined, (all) =>
      all.where(
        sql<SqlBool>`(organisation.name ilike ${like} or exists (
          select from participants.organisation_name as known where known.organisation = organisation.id
            and known.plain like participants.plain_name(${like ?? ''})))`,
      ),
    )
  const [rows, { count }] = await Promise.all([
    found
      .select(described)
      .orderBy(sql`lower(organisation.name)`)
      .orderBy('id')
      .limit(limit)
      .offset(offset)
      .execute(),
    found.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow(),
  ])
  return { organisations: rows.map(toDescribed), count: Number(count) }
}

/** The names it had, the spellings it is found under, and what was merged into it. */
export async function listOtherNames(db: Reading, id: OrganisationId): Promise<OtherName[]> {
  const aliases = await db
    .selectFrom('participants.organisation_alias as alias')
    .innerJoin('participants.organisation as organisation', 'organisation.id', 'alias.organisation')
    .select(['alias.name', 'alias.why', 'alias.added_at as at'])
    .where(sql<SqlBool>`coalesce(organisation.merged_into, organisation.id) = ${id}`)
    .orderBy('alias.added_at')
    .execute()
  const merged = await db
    .selectFrom('participants.organisation')
    .select('name')
    .where('merged_into', '=', id)
    .orderBy('name')
    .execute()
  return [...aliases, ...merged.map(({ name }) => ({ name, why: 'merged' as const, at: undefined }))]
}

export async function insertAlias(
  tx: Writing,
  organisation: OrganisationId,
  { name, why }: { name: string; why: AliasReason },
  by: PersonId | undefined,
  at: Instant,
): Promise<boolean> {
  const added = await tx
    .insertInto('participants.organisation_alias')
    .values({ organisation, name, why, added_at: at, added_by: by ?? null })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

/** Changes what is said of an organisation; nothing where all of it stands so already. */
export async function updateDetails(tx: Writing, id: OrganisationId, details: Details): Promise<boolean> {
  const { name, group, coalition } = details
  const [country, site] = [details.country ?? null, details.site ?? null]
  const changed = await tx
    .updateTable('participants.organisation')
    .set({ name, stakeholder_group: group, country, site, coalition })
    .where('id', '=', id)
    .where(
      sql<SqlBool>`(name, stakeholder_group, country, site, coalition)
        is distinct from (${name}, ${group}, ${country}, ${site}, ${coalition})`,
    )
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

/** Locks both in one order; answers those of them that stand, that is, were not merged away. */
export async function lockStanding(tx: Writing, ids: readonly OrganisationId[]): Promise<OrganisationId[]> {
  const rows = await tx
    .selectFrom('participants.organisation')
    .select('id')
    .where('id', 'in', ids)
    .where('merged_into', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(({ id }) => id)
}

/** What was merged into the lesser goes along, so that one step always leads to the one that stands. */
export async function mergeInto(tx: Writing, kept: OrganisationId, lesser: OrganisationId): Promise<void> {
  await sql`update participants.organisation set merged_into = ${kept}
    where id = ${lesser} or merged_into = ${lesser}`.execute(tx)
}

/** Ends what would make the kept organisation a member of itself, or a member twice, and moves the rest. */
export async function moveMemberships(
  tx: Writing,
  kept: OrganisationId,
  lesser: OrganisationId,
  at: Instant,
): Promise<void> {
  await sql`update participants.membership as one set until_at = greatest(${at}, one.from_at)
    where one.until_at is null and (one.coalition = ${lesser} or one.member = ${lesser}) and (
      (one.coalition in (${kept}, ${lesser}) and one.member in (${kept}, ${lesser})) or exists (
        select from participants.membership as other where other.until_at is null
          and other.coalition = case one.coalition when ${lesser} then ${kept} else one.coalition end
          and other.member = case one.member when ${lesser} then ${kept} else one.member end))`.execute(tx)
  await sql`update participants.membership set
      coalition = case coalition when ${lesser}::uuid then ${kept}::uuid else coalition end,
      member = case member when ${lesser}::uuid then ${kept}::uuid else member end
    where (coalition = ${lesser} or member = ${lesser})
      and not (coalition in (${kept}, ${lesser}) and member in (${kept}, ${lesser}))`.execute(tx)
}

/** Whether the person may be named on the organisation's page; answers whether that changed. */
export async function setNamed(
  tx: Writing,
  { id, person, named }: { id: RepresentationId; person: PersonId; named: boolean },
  at: Instant,
): Promise<boolean> {
  const changed = await tx
    .updateTable('participants.representation')
    .set({ named_at: named ? at : null })
    .where('id', '=', id)
    .where('person', '=', person)
    .where('named_at', named ? 'is' : 'is not', null)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}
