export { installGate } from './gate.ts'
export {
  type Actor,
  type Circumstances,
  decide,
  guest,
  type OrganisationId,
  operator,
  type PersonId,
  type PolicyRow,
  type Relation,
  type Role,
  roles,
} from './model.ts'
export {
  type Capacity,
  capacities,
  isCurrent,
  notStated,
  type Organisation,
  type Representation,
  type StakeholderGroup,
} from './organisations/model.ts'
export {
  findOrganisation,
  listOrganisations,
  listRepresentations,
  listStakeholderGroups,
} from './organisations/store.ts'
export { type GivenRole, givenRoles, type Person } from './people/model.ts'
export { findPerson } from './people/store.ts'
export type { ParticipantsTables } from './tables.ts'
