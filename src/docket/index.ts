export {
  type Arrival,
  type Channel,
  type CommentId,
  type CommentState,
  isLate,
  type Publication,
} from './comments/model.ts'
export { shareCommit } from './comments/share-commit.ts'
export { listAddressed } from './comments/store.ts'
export type { CommentTables } from './comments/tables.ts'
export { type Taken, type TakingTables, takeComments } from './comments/take-comments.ts'
export { keepMakingDatasets } from './dataset/make-datasets.ts'
export { datasetRoutes } from './dataset/routes.tsx'
export { listDatasetFiles } from './dataset/store.ts'
export type { DatasetsTables } from './dataset/tables.ts'
export type { DatasetTables } from './dataset/write-dataset.ts'
export { docketSource, type ExportTables } from './export/docket-source.ts'
export { type Columns, parseMap } from './import/columns.ts'
export { type ImportOrder, type ImportRefusal, importFile } from './import/import-file.ts'
export { importedFacts } from './import/imported-facts.tsx'
export type { ImportReport } from './import/model.ts'
export type { ImportTables } from './import/tables.ts'
export { intakePolicy } from './intake/access.ts'
export { clearDrafts } from './intake/clear-drafts.ts'
export { type LetterTables, type ReceiptLetter, receiptLetter } from './intake/own/receipt-letter.ts'
export { intakeRoutes } from './intake/routes.tsx'
export type { IntakeDatabase, IntakeServices } from './intake/services.ts'
export { listCommentFiles } from './intake/store.ts'
export type { IntakeTables } from './intake/tables.ts'
export { postingPolicy } from './posting/access.ts'
export { decideComment, type PostingTables } from './posting/decide-comment.ts'
export { postingParts } from './posting/posting-parts.tsx'
export { type PostingServices, postingRoutes } from './posting/routes.tsx'
export { findToModerate } from './posting/store.ts'
export { readingPolicy } from './reading/access.ts'
export { readingApi } from './reading/api.ts'
export { type ReadingServices, readingRoutes } from './reading/routes.tsx'
