export { type Erased, erasePerson, isLastAdministrator } from './erasure/erase-person.ts'
export { countOfPerson, deleteLinks } from './erasure/store.ts'
export { firstStartCode } from './first-start/code.ts'
export { type Founded, type Founding, foundInstallation } from './first-start/found-installation.ts'
export { installFirstStart } from './first-start/gate.ts'
export { type GatedRoute, installGate } from './gate.ts'
export { findInstallation, type Installation } from './installation/store.ts'
export {
  type DeclaredInterest,
  type Interest,
  type InterestKind,
  interestKinds,
  LONGEST_INTEREST,
} from './interests/model.ts'
export { InterestLines } from './interests/pages/interest-lines.tsx'
export { listInterests } from './interests/store.ts'
export { words as interestWords } from './interests/words.ts'
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
export { addOrganisation } from './organisations/add-organisation.ts'
export { addRepresentation } from './organisations/add-representation.ts'
export {
  type Capacity,
  capacities,
  isCurrent,
  notStated,
  type Organisation,
  type Representation,
  type StakeholderGroup,
  speaksNow,
} from './organisations/model.ts'
export {
  findOrganisation,
  listOrganisations,
  listRepresentations,
  listStakeholderGroups,
} from './organisations/store.ts'
export { useGroupNames } from './organisations/words.ts'
export { giveRole } from './people/give-role.ts'
export { type GivenRole, givenRoles, type HeldRole, type Person } from './people/model.ts'
export { findPerson, findPersonByEmail, listHolders } from './people/store.ts'
export { takeRole } from './people/take-role.ts'
export { participantsPolicy } from './policy.ts'
export { type ParticipantsServices, participantsRoutes } from './routes.ts'
export { makeSignInLink } from './sign-in/ask-for-link.ts'
export { signIn } from './sign-in/sign-in.ts'
export { sessionCookie, viewerOf } from './sign-in/viewer.ts'
export type { ParticipantsTables } from './tables.ts'
