import type { Db, Tx } from '../../platform/db/index.ts'
import type { Instant } from '../../platform/time.ts'
import type { OrganisationId, PersonId } from '../model.ts'
import type {
  ListedRepresentation,
  Organisation,
  Representation,
  RepresentationCheck,
  RepresentationId,
  StakeholderGroup,
} from './model.ts'
import type { OrganisationsTables } from './tables.ts'

export async function listStakeholderGroups(db: Db<OrganisationsTables>): Promise<StakeholderGroup[]> {
  return db
    .selectFrom('participants.stakeholder_group')
    .select(['slug', 'name', 'short_name as shortName', 'mark'])
    .orderBy('sort')
    .execute()
}

/** Adds the organisation unless one of that name is there. */
export async function insertOrganisation(
  tx: Tx<OrganisationsTables>,
  { id, name, group }: Organisation,
  by: PersonId | undefined,
  at: Instant,
): Promise<boolean> {
  const added = await tx
    .insertInto('participants.organisation')
    .values({ id, name, stakeholder_group: group, added_at: at, added_by: by ?? null })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
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
  return db.selectFrom('participants.organisation').select(organisationColumns).orderBy('name').execute()
}

export async function insertRepresentation(
  tx: Tx<OrganisationsTables>,
  { id, person, organisation, capacity, from, until, check }: Representation,
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
    .innerJoin('participants.organisation as organisation', 'organisation.id', 'link.organisation')
    .leftJoin('participants.person as checker', 'checker.id', 'link.checked_by')
    .selectAll('link')
    .select([
      'person.name as person_name',
      'organisation.name as organisation_name',
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
    organisation: row.organisation,
    capacity: row.capacity,
    from: row.from_at,
    until: row.until_at ?? undefined,
    check: checkOf(row),
    personName: row.person_name,
    organisationName: row.organisation_name,
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
      : all.where('link.organisation', '=', of.organisation)
  return (await chosen.execute()).map(listed)
}
