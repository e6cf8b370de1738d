import { type SqlBool, sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/index.ts'
import type { Instant } from '../../platform/time.ts'
import type { OrganisationId, PersonId } from '../model.ts'
import {
  type ListedRepresentation,
  type Organisation,
  type Representation,
  type RepresentationCheck,
  type RepresentationId,
  type StakeholderGroup,
  slugOf,
} from './model.ts'
import type { OrganisationsTables } from './tables.ts'

export async function listStakeholderGroups(db: Db<OrganisationsTables>): Promise<StakeholderGroup[]> {
  return db
    .selectFrom('participants.stakeholder_group')
    .select(['slug', 'name', 'short_name as shortName', 'mark'])
    .orderBy('sort')
    .execute()
}

/** Adds the organisation unless one is found under that name; its address is made of the name, once and for all. */
export async function insertOrganisation(
  tx: Tx<OrganisationsTables>,
  { id, name, group }: Organisation,
  by: PersonId | undefined,
  at: Instant,
): Promise<boolean> {
  if (await findOrganisationByName(tx, name)) return false
  const slug = await freeSlug(tx, slugOf(name))
  const added = await tx
    .insertInto('participants.organisation')
    .values({ id, name, slug, stakeholder_group: group, added_at: at, added_by: by ?? null })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

async function freeSlug(db: Db<OrganisationsTables>, wanted: string): Promise<string> {
  const rows = await db
    .selectFrom('participants.organisation')
    .select('slug')
    .where('slug', 'like', `${wanted}%`)
    .execute()
  const taken = new Set(rows.map(({ slug }) => slug))
  let [slug, count] = [wanted, 1]
  while (taken.has(slug)) {
    count += 1
    slug = `${wanted}-${count}`
  }
  return slug
}

/** The organisation that goes by this name, or did, or is spelt so by some. */
export async function findOrganisationByName(
  db: Db<OrganisationsTables>,
  name: string,
): Promise<OrganisationId | undefined> {
  const row = await db
    .selectFrom('participants.organisation_name')
    .select('organisation')
    .where('plain', '=', sql<string>`participants.plain_name(${name})`)
    .limit(1)
    .executeTakeFirst()
  return row?.organisation
}

const organisationColumns = ['id', 'name', 'stakeholder_group as group'] as const

export async function findOrganisation(
  db: Db<OrganisationsTables>,
  id: OrganisationId,
): Promise<Organisation | undefined> {
  return db
    .selectFrom('participants.organisation')
    .select(organisationColumns)
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function listOrganisations(db: Db<OrganisationsTables>): Promise<Organisation[]> {
  return db
    .selectFrom('participants.organisation')
    .select(organisationColumns)
    .where('merged_into', 'is', null)
    .orderBy('name')
    .execute()
}

export async function insertRepresentation(
  tx: Tx<OrganisationsTables>,
  { id, person, organisation, capacity, from, until, check }: Omit<Representation, 'named'>,
): Promise<void> {
  const period = { from_at: from, until_at: until ?? null }
  const checked = {
    checked_by: check?.by ?? null,
    checked_how: check?.how ?? null,
    checked_at: check?.at ?? null,
  }
  await tx
    .insertInto('participants.representation')
    .values({ id, person, organisation, capacity, ...period, ...checked })
    .execute()
}

/** Ends a representation that still runs; its past stays as it was. */
export async function closeRepresentation(
  tx: Tx<OrganisationsTables>,
  id: RepresentationId,
  until: Instant,
): Promise<boolean> {
  const ended = await tx
    .updateTable('participants.representation')
    .set({ until_at: until })
    .where('id', '=', id)
    .where('from_at', '<', until)
    .where((where) => where.or([where('until_at', 'is', null), where('until_at', '>', until)]))
    .executeTakeFirst()
  return ended.numUpdatedRows === 1n
}

function selectRepresentations(db: Db<OrganisationsTables>) {
  return db
    .selectFrom('participants.representation as link')
    .innerJoin('participants.person as person', 'person.id', 'link.person')
    .innerJoin('participants.organisation as entered', 'entered.id', 'link.organisation')
    .innerJoin('participants.organisation as organisation', (join) =>
      join.on(sql<SqlBool>`organisation.id = coalesce(entered.merged_into, entered.id)`),
    )
    .leftJoin('participants.person as checker', 'checker.id', 'link.checked_by')
    .selectAll('link')
    .select([
      'person.name as person_name',
      'organisation.id as organisation_id',
      'organisation.name as organisation_name',
      'organisation.slug as organisation_slug',
      'checker.name as checker_name',
    ])
    .orderBy('link.from_at')
    .orderBy('link.id')
}

type Row = Awaited<ReturnType<ReturnType<typeof selectRepresentations>['execute']>>[number]

function checkOf({ checked_by: by, checked_how: how, checked_at: at }: Row): RepresentationCheck | undefined {
  return by === null || how === null || at === null ? undefined : { by, how, at }
}

function listed(row: Row): ListedRepresentation {
  return {
    id: row.id,
    person: row.person,
    organisation: row.organisation_id,
    capacity: row.capacity,
    from: row.from_at,
    until: row.until_at ?? undefined,
    check: checkOf(row),
    named: row.named_at !== null,
    personName: row.person_name,
    organisationName: row.organisation_name,
    organisationSlug: row.organisation_slug,
    checkerName: row.checker_name ?? undefined,
  }
}

/** Whom a person speaks for, or who speaks for an organisation: past, present and to come. */
export async function listRepresentations(
  db: Db<OrganisationsTables>,
  of: { person: PersonId } | { organisation: OrganisationId },
): Promise<ListedRepresentation[]> {
  const all = selectRepresentations(db)
  const chosen =
    'person' in of
      ? all.where('link.person', '=', of.person)
      : all.where('organisation.id', '=', of.organisation)
  return (await chosen.execute()).map(listed)
}
