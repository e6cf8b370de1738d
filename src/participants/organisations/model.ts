import type { Id } from '../../platform/id.ts'
import type { Instant } from '../../platform/time.ts'
import type { OrganisationId, PersonId } from '../model.ts'

export type RepresentationId = Id<'representation'>

export const capacities = ['authorised-representative', 'member', 'in-own-name'] as const
export type Capacity = (typeof capacities)[number]

/** A convenor may rename, split or add groups: rows, told apart by their slug. */
export interface StakeholderGroup {
  slug: string
  name: string
  shortName: string
  /** Which colour and shape of the fixed list marks it; 0 is none. */
  mark: number
}

/** The group of those who did not say; an unmapped group of an import becomes this one. */
export const notStated = 'not-stated'

export interface Organisation {
  id: OrganisationId
  name: string
  group: string
}

/** That someone looked whether the person may speak so: who, how, when. */
export interface RepresentationCheck {
  by: PersonId
  how: string
  at: Instant
}

/** Who speaks for whom, in what capacity, in the half-open period `[from, until)`. */
export interface Representation {
  id: RepresentationId
  person: PersonId
  organisation: OrganisationId
  capacity: Capacity
  from: Instant
  until: Instant | undefined
  check: RepresentationCheck | undefined
}

/** A representation with the names that people know its parties by. */
export interface ListedRepresentation extends Representation {
  personName: string
  organisationName: string
  checkerName: string | undefined
}

export function isCurrent({ from, until }: Pick<Representation, 'from' | 'until'>, now: Instant): boolean {
  return from <= now && (until === undefined || now < until)
}
