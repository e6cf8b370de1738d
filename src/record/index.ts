export {
  appendLeaf,
  appendLeaves,
  type MadeLeaf,
  makeLeaf,
  type NewLeaf,
  promiseOf,
} from './log/append-leaves.ts'
export type { Detail, Entry, EntryId, PlacedEntry } from './model.ts'
export type { LeafId } from './proof/leaf.ts'
export { type SigningKey, signingKey } from './proof/note.ts'
export { type Part, partOf, partOfFile, partsOfText } from './proof/parts.ts'
export { append, appendAll, followRecord, listEntriesAbout, readEntries } from './store.ts'
export type { RecordTables } from './tables.ts'
