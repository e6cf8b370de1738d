export { moderationPolicy } from './access.ts'
export type { NameRefs } from './log-csv.ts'
export {
  type Decision,
  type DecisionId,
  type ModerationAct,
  type Named,
  needsReason,
  type Reason,
} from './model.ts'
export { recordDecision } from './record-decision.ts'
export { type ModerationServices, moderationRoutes } from './routes.tsx'
export { decisionsAbout, decisionsOfLeaves, listReasons, standingDecisions } from './store.ts'
export type { ModerationTables } from './tables.ts'
