import type { Instant } from '../../platform/time.ts'
import type { OrganisationId, PersonId } from '../model.ts'
import type { PeopleTables } from '../people/tables.ts'
import type { Capacity, RepresentationId } from './model.ts'

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
  }
}
