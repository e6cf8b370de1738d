export {
  type Binding,
  bindings,
  type Issue,
  type IssueId,
  nextStage,
  type OutcomeCharacter,
  outcomeCharacters,
  type Process,
  type ProcessId,
  type Stage,
  stageAt,
  type Template,
  type TemplateName,
  templates,
} from './model.ts'
export { findProcess, listProcesses } from './store.ts'
export type { ProcessesTables } from './tables.ts'
