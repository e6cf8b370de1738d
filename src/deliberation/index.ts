export { deliberationsPolicy } from './deliberations/access.ts'
export { deliberationParts } from './deliberations/deliberation-parts.tsx'
export { keepOpening } from './deliberations/keep-opening.ts'
export { deliberationsRoutes } from './deliberations/routes.tsx'
export { forgetAllowed, isOnAList } from './deliberations/store.ts'
export { foldVotes, type VoteMatrix } from './mathematics/fold-votes.ts'
export { type MapOptions, mapOpinions, type OpinionMap } from './mathematics/map-opinions.ts'
export type { VoteLog } from './mathematics/vote-log.ts'
export { keepSealing } from './sealing/keep-sealing.ts'
export { receiptRoutes } from './sealing/routes.tsx'
export { voteSource } from './sealing/vote-source.ts'
export { liftParts } from './statements/lifting/lift-parts.tsx'
export { statementsRoutes } from './statements/routes.tsx'
export { nameStatements } from './statements/store.ts'
export { eraseVoter } from './voting/erasing/erase-voter.ts'
export {
  type CountingVotes,
  type DeclaredParticipant,
  listCountingVotes,
  listDeclared,
} from './voting/exporting/store.ts'
export { nameReasons } from './voting/reasons/store.ts'
export { votingRoutes } from './voting/routes.tsx'
export type { VotingDatabase } from './voting/services.ts'
export type { DeliberationTables } from './voting/tables.ts'
