export { organisationParts } from './by-organisation/organisation-parts.tsx'
export { claimsPolicy } from './claims/access.ts'
export { claimsParts } from './claims/claims-parts.tsx'
export { forgetAsked } from './claims/look-up/look-up.ts'
export type { ClaimId } from './claims/model.ts'
export { claimsRoutes } from './claims/routes.tsx'
export type { ClaimsServices } from './claims/services.ts'
export type { ClaimTables } from './claims/tables.ts'
export {
  type Arrival,
  type Channel,
  type CommentId,
  type CommentState,
  isLate,
  type Publication,
  type Verification,
} from './comments/model.ts'
export { hashOfCode, newCode, readCode } from './comments/secrets.ts'
export { shareCommit } from './comments/share-commit.ts'
export type { SignatoryId } from './comments/signatories/model.ts'
export { listAddressed } from './comments/store.ts'
export type { CommentTables } from './comments/tables.ts'
export { type Taken, type TakingTables, takeComments } from './comments/take-comments.ts'
export { datasetParts } from './dataset/dataset-parts.tsx'
export { keepMakingDatasets } from './dataset/make-datasets.ts'
export { datasetRoutes } from './dataset/routes.tsx'
export { listDatasetFiles } from './dataset/store.ts'
export type { DatasetsTables } from './dataset/tables.ts'
export type { DatasetTables } from './dataset/write-dataset.ts'
export { type ErasedComments, eraseComments } from './erasure/erase-comments.ts'
export {
  countUnfinishedImports,
  deleteImportRows,
  emptyGlances,
  findImportRowIds,
} from './erasure/imports/store.ts'
export {
  type DocketTables,
  deleteClaims,
  findClaimIds,
  findCommentIds,
  listToErase,
  type SoughtBy,
} from './erasure/store.ts'
export { docketSource } from './export/docket-source.ts'
export type { ExportTables } from './export/export-tables.ts'
export { fifteenMinutesRoutes } from './fifteen-minutes/routes.tsx'
export { importPolicy } from './import/access.ts'
export { type Columns, parseMap } from './import/columns.ts'
export { groupNamed } from './import/groups.ts'
export { type ImportOrder, type ImportRefusal, type ImportReport, importFile } from './import/import-file.ts'
export { importParts } from './import/import-parts.tsx'
export { importedFacts } from './import/imported-facts.tsx'
export { keepImporting } from './import/jobs/keep-importing.ts'
export type { KeptProblem } from './import/jobs/kept-import.ts'
export type { Handling } from './import/jobs/model.ts'
export { listImportFiles, listProblems } from './import/jobs/store.ts'
export type { ImportCounts } from './import/model.ts'
export { type PaperServices, paperRoutes } from './import/paper/routes.tsx'
export type { PaperTables } from './import/paper/tables.ts'
export { openSubmissions, type ReadSubmission, type SubmissionFile } from './import/read-submissions.ts'
export { type DocketRefusal, requestOfDocket } from './import/request-of-docket.ts'
export { importRoutes } from './import/routes.tsx'
export type { ImportDatabase } from './import/services.ts'
export type { ImportTables } from './import/tables.ts'
export { intakePolicy } from './intake/access.ts'
export { clearDrafts } from './intake/clear-drafts.ts'
export { keepConfirmation } from './intake/confirmation/store.ts'
export { type LetterTables, type ReceiptLetter, receiptLetter } from './intake/own/receipt-letter.ts'
export { intakeRoutes } from './intake/routes.tsx'
export type { IntakeDatabase, IntakeServices } from './intake/services.ts'
export { listCommentFiles } from './intake/store.ts'
export type { IntakeTables } from './intake/tables.ts'
export { issuesPolicy } from './issues/access.ts'
export { issuesParts } from './issues/issues-parts.tsx'
export { issuesRoutes } from './issues/routes.tsx'
export type { IssueTables } from './issues/tables.ts'
export { objectionsPolicy } from './objections/access.ts'
export { objectionLetter } from './objections/objection-letter.ts'
export { objectionsParts } from './objections/objections-parts.tsx'
export { objectionsRoutes } from './objections/routes.tsx'
export { senderRelations } from './objections/sender-relations.ts'
export type { PostedTables } from './posted/tables.ts'
export { postingPolicy } from './posting/access.ts'
export { decideComment, decideIn, type PostingTables } from './posting/decide-comment.ts'
export { decisionLetter } from './posting/decision-letter.ts'
export { postingParts } from './posting/posting-parts.tsx'
export { postingRoutes } from './posting/routes.tsx'
export type { PostingServices } from './posting/services.ts'
export { findAddressed, findToModerate } from './posting/store.ts'
export { readingPolicy } from './reading/access.ts'
export { readingApi } from './reading/api.ts'
export { keepTallyFolded } from './reading/counts/keep-folded.ts'
export { interestPart } from './reading/interests/interest-parts.tsx'
export { type ReadingServices, readingRoutes } from './reading/routes.tsx'
export { redactionRoutes } from './redaction/routes.tsx'
export { signatoriesPolicy } from './signatories/access.ts'
export { eraseSignatures } from './signatories/erasing/erase-signatures.ts'
export { findSignatureIds } from './signatories/erasing/store.ts'
export { sendSignatureLetters } from './signatories/letters/send-letters.ts'
export { signatoriesRoutes } from './signatories/routes.tsx'
export type { SignatoriesServices } from './signatories/services.ts'
export { signatoriesParts } from './signatories/signatories-parts.tsx'
