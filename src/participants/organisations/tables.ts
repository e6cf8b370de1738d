import type { ColumnType } from 'kysely'
import type { Instant } from '../../platform/time.ts'
import type { OrganisationId, PersonId } from '../model.ts'
import type { PeopleTables } from '../people/tables.ts'
import type { AliasReason, Capacity, MembershipId, RepresentationId } from './model.ts'

export interface OrganisationsTables extends PeopleTables {
  'participants.stakeholder_group': {
    slug: string
    name: string
    short_name: string
    sort: number
    mark: number
  }
  'participants.organisation': {
    id: OrganisationId
    name: string
    stakeholder_group: string
    added_at: Instant
    added_by: PersonId | null
    slug: string
    country: ColumnType<string | null, string | null | undefined>
    site: ColumnType<string | null, string | null | undefined>
    coalition: ColumnType<boolean, boolean | undefined>
    merged_into: ColumnType<OrganisationId | null, undefined>
  }
  'participants.organisation_alias': {
    organisation: OrganisationId
    name: string
    why: AliasReason
    added_at: Instant
    added_by: PersonId | null
  }
  /** A view: every name, plainly written, by which an organisation that was not merged into another is found. */
  'participants.organisation_name': { organisation: OrganisationId; plain: string }
  'participants.membership': {
    id: MembershipId
    coalition: OrganisationId
    member: OrganisationId
    from_at: Instant
    until_at: Instant | null
    said_by: PersonId | null
    confirmed_by: PersonId | null
    confirmed_at: Instant | null
  }
  'participants.representation': {
    id: RepresentationId
    person: PersonId
    organisation: OrganisationId
    capacity: Capacity
    from_at: Instant
    until_at: Instant | null
    checked_by: PersonId | null
    checked_how: string | null
    checked_at: Instant | null
    named_at: ColumnType<Instant | null, undefined, Instant | null>
  }
}
