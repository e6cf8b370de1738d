export { type AddedExtraction, addExtraction, type ExtractionOf } from './add-extraction.ts'
export { addConfidentialVersions, addVersion, addVersions, makeVersions } from './add-versions.ts'
export { eraseTexts, eraseVersions } from './erase-versions.ts'
export {
  fitSpan,
  type NewVersion,
  type Span,
  type SpanFit,
  spanOf,
  type TextVersion,
  type VersionId,
  type VersionKind,
} from './model.ts'
export { publishVersions } from './publish-versions.ts'
export {
  confidentialTexts,
  confidentialVersions,
  originalVersions,
  publishedText,
  publishedTexts,
  publishedVersions,
} from './read-versions.ts'
export { fillGaps, type Gap, gapsOf, type Mark } from './redact-text.ts'
export { extractionWords, sayRefusal, sayWarning } from './say-extraction.ts'
export { keepVersions } from './store.ts'
export type { TextsTables } from './tables.ts'
