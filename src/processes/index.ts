export { processesPolicy } from './access.ts'
export { createProcess, createProcessIn } from './create-process.ts'
export {
  type Binding,
  bindings,
  daysLeft,
  type Issue,
  type IssueId,
  nextStage,
  type OutcomeCharacter,
  outcomeCharacters,
  type Process,
  type ProcessId,
  type Stage,
  slugFrom,
  stageAt,
  type Template,
  type TemplateName,
  templateNames,
  templates,
} from './model.ts'
export { useOutcomeLine, useProcessBand } from './process-band.ts'
export { stagesFrom } from './process-form.ts'
export { publishProcessIn } from './publish-process.ts'
export { readTime } from './read-time.ts'
export { circumstancesOf, type ProcessesServices, processesRoutes } from './routes.tsx'
export { addIssue, endCommentsWith, findProcess, listProcesses, nameProcesses } from './store.ts'
export type { ProcessesTables } from './tables.ts'
