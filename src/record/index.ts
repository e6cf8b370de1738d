export { recordPolicy } from './access.ts'
export {
  appendLeaf,
  appendLeaves,
  leafRows,
  type MadeLeaf,
  makeLeaf,
  type NewLeaf,
  promisesOf,
  type SealedParts,
  sealParts,
} from './log/append-leaves.ts'
export { type CheckedLog, checkLog, readSignedHead } from './log/check-log.ts'
export { eraseParts } from './log/erase-parts.ts'
export {
  type ExportedComment,
  type ExportedVote,
  type ExportSource,
  exportLog,
  exportSettled,
  type PublishedPart,
  type WriteLine,
  whenSettled,
} from './log/export-log.ts'
export { LogRefused } from './log/head.ts'
export { keptCheckpoint } from './log/kept-checkpoint.ts'
export { labelsOf } from './log/labels-of.ts'
export {
  latestCheckpoint,
  latestCheckpoints,
  latestHead,
  type ShownCheckpoint,
} from './log/latest-checkpoint.ts'
export { openLog } from './log/open-log.ts'
export { promiseFor, type ReceiptText, receiptFor } from './log/receipt-for.ts'
export { type SequencerOptions, startSequencer } from './log/sequencer.ts'
export {
  parseWitnesses,
  startWitnessing,
  type Witness,
  witnessName,
} from './log/witnesses.ts'
export type { Detail, Entry, EntryId, PlacedEntry } from './model.ts'
export type { LeafId } from './proof/leaf.ts'
export { proveEach } from './proof/merkle.ts'
export { type SigningKey, signingKey } from './proof/note.ts'
export { fitParts, labelOf, type Part, partOf, partOfFile, partsOfText } from './proof/parts.ts'
export { type LogServices, logRoutes } from './routes.tsx'
export {
  append,
  appendAll,
  entryRows,
  followRecord,
  latestChangeIn,
  latestPosition,
  listEntriesAbout,
  placeEntries,
  type RecordRows,
  readEntries,
} from './store.ts'
export type { RecordTables } from './tables.ts'
