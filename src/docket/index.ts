export {
  type Arrival,
  type Channel,
  type CommentId,
  type CommentState,
  isLate,
  type Publication,
} from './comments/model.ts'
export { shareCommit } from './comments/share-commit.ts'
export type { CommentTables } from './comments/tables.ts'
export { type Taken, takeComments } from './comments/take-comments.ts'
