import type { Id } from '../../platform/id.ts'
import type { Instant } from '../../platform/time.ts'
import type { OrganisationId, PersonId } from '../model.ts'

export type RepresentationId = Id<'representation'>
export type MembershipId = Id<'membership'>

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

/** An organisation as its public page tells of it. */
export interface DescribedOrganisation extends Organisation {
  slug: string
  country: string | undefined
  site: string | undefined
  /** It has member organisations. */
  coalition: boolean
}

/** The memberships of an organisation, on either side. */
export interface Ties {
  /** Those that belong to it, where it is a coalition. */
  members: readonly Membership[]
  /** The coalitions that it belongs to. */
  coalitions: readonly Membership[]
}

/** What the directory is asked for. */
export interface Sought {
  words: string | undefined
  group: string | undefined
}

/** A name by which an organisation is found beside its own. */
export interface OtherName {
  name: string
  why: AliasReason | 'merged'
  at: Instant | undefined
}

/** Why an organisation is found under a name that is not the one it has. */
export const aliasReasons = ['former-name', 'spelling'] as const
export type AliasReason = (typeof aliasReasons)[number]

/** That an organisation belongs to a coalition, in the half-open period `[from, until)`. */
export interface Membership {
  id: MembershipId
  from: Instant
  until: Instant | undefined
  /** When someone who speaks for the member confirmed it; until then only the coalition says so. */
  confirmedAt: Instant | undefined
  /** The other side: the coalition on a member's page, the member on a coalition's. */
  other: Pick<DescribedOrganisation, 'id' | 'name' | 'slug'>
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
  /** The representative agreed to be named in public. */
  named: boolean
}

/** A representation with the names that people know its parties by. */
export interface ListedRepresentation extends Representation {
  personName: string
  organisationName: string
  organisationSlug: string
  checkerName: string | undefined
}

/** Only an authorised representative acts for an organisation; its other members do not speak for it. */
export function speaksNow(one: Pick<Representation, 'from' | 'until' | 'capacity'>, now: Instant): boolean {
  return one.capacity === 'authorised-representative' && isCurrent(one, now)
}

/** The last part of its address: `Büro für Dinge (BfD)` is `buro-fur-dinge-bfd`. */
export function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const words = plain.match(/[a-z0-9]+/g) ?? []
  return words.join('-').slice(0, 60).replace(/-$/, '') || 'organisation'
}

/** Legal forms and articles, which one writes and the other leaves out. */
const noise = new Set(
  'the inc incorporated ltd limited llc llp plc corp corporation co company gmbh ag kg sa sas sarl srl spa bv nv oy ab as aps pty pvt ev'.split(
    ' ',
  ),
)

/** Two organisations alike by this may be one; whether they are, a person decides. */
export function looseName(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('&', ' and ')
  const all = plain.replace(/\.(?=\p{L}\b)/gu, '').match(/[\p{L}\p{N}]+/gu) ?? []
  const kept = all.filter((word) => !noise.has(word))
  return (kept.length > 0 ? kept : all).join('')
}

export function isCurrent({ from, until }: Pick<Representation, 'from' | 'until'>, now: Instant): boolean {
  return from <= now && (until === undefined || now < until)
}
