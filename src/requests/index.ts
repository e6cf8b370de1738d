export {
  type AnnouncedDeadline,
  type Deadline,
  isDocketNumber,
  type Question,
  type QuestionId,
  type RequestForComment,
  type RequestId,
  type RequestState,
  stateOf,
} from './model.ts'
export type { Paper } from './papers/model.ts'
export { findRequest, listRequests } from './store.ts'
export type { RequestsTables } from './tables.ts'
