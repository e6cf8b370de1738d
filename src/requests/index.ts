export { requestsPolicy } from './access.ts'
export { requestsApi } from './api.ts'
export { draftRequest, type PlannedRequest } from './draft-request.ts'
export { isLanguage, languages } from './languages.ts'
export { makingRoutes } from './making/routes.tsx'
export {
  type AnnouncedDeadline,
  type Deadline,
  isDocketNumber,
  type Question,
  type QuestionId,
  type ReplyRound,
  type RequestForComment,
  type RequestId,
  type RequestState,
  stateOf,
  takesReplies,
} from './model.ts'
export { addPaper } from './papers/add-paper.ts'
export type { Paper } from './papers/model.ts'
export { type PapersServices, papersRoutes } from './papers/routes.tsx'
export { listPaperFiles } from './papers/store.ts'
export { processParts } from './process-parts.tsx'
export { type BarePublished, type BareRequest, publishBareRequest } from './publish-bare-request.ts'
export { publishRequest } from './publish-request.ts'
export { repliesRoutes } from './replies/routes.tsx'
export { requestsRoutes } from './routes.tsx'
export { findSeen as findSeenRequest } from './seen.ts'
export { findRequest, listRequests, lockRequest } from './store.ts'
export type { RequestsTables } from './tables.ts'
