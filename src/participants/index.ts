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
