export { moderationPolicy } from './access.ts'
export { assign, assignAll } from './assignment/assign.ts'
export type { AssignedTo } from './assignment/model.ts'
export { deleteAssignment, findAssignment, isAssigned } from './assignment/store.ts'
export type { NameRefs } from './log-csv.ts'
export {
  type Decision,
  type DecisionId,
  type ModerationAct,
  type Named,
  needsReason,
  type Reason,
  type Redaction,
  type RedactionId,
  reasonsOf,
} from './model.ts'
export { closeObjection } from './objections/close-objection.ts'
export {
  isObjectionable,
  LONGEST_OBJECTION,
  mayAnswer,
  type Objection,
  type ObjectionId,
} from './objections/model.ts'
export { object } from './objections/object.ts'
export {
  decidersOf,
  findObjectionWords,
  findOpenObjection,
  isObjectedTo,
  listObjectionsAbout,
} from './objections/store.ts'
export { recordDecision } from './record-decision.ts'
export { addRedactions, listRedactions, removeRedaction, removeRedactions } from './redactions/store.ts'
export { type ModerationServices, moderationRoutes } from './routes.tsx'
export { type Explained, findKeptBack } from './say-reasons.ts'
export type { Proposal, SecondLook } from './second-look/model.ts'
export { moderatorRoles, secondLookOf } from './second-look/second-look-of.ts'
export {
  closeProposal,
  confirmProposal,
  eraseProposals,
  findProposal,
  insertProposal,
  isProposed,
} from './second-look/store.ts'
export {
  decisionsAbout,
  decisionsOfLeaves,
  eraseExplanations,
  listReasons,
  standingDecisions,
} from './store.ts'
export type { ModerationTables } from './tables.ts'
export { reasonNames, useReasonNames } from './words.ts'
