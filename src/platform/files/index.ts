export { type ExtractionOptions, extractText } from './extract/extract-text.ts'
export {
  type Extraction,
  type ExtractionLimits,
  type ExtractionRefusal,
  type ExtractionWarning,
  type Extractor,
  usualLimits,
} from './extract/model.ts'
export {
  type FileStore,
  openFileStore,
  type PointedAt,
  type Putting,
  type Stored,
  syncFolder,
} from './file-store.ts'
export { type Judgement, type Kind, mediaTypes, type TrueType } from './model.ts'
export { openScanner, type Scanner, type ScannerAddress } from './scan.ts'
export type { Searched } from './search/model.ts'
export { searchFile } from './search/search-file.ts'
export { headLength, judgeFile, sniff } from './sniff.ts'
export { type ZipWriter, zipTo } from './write-zip.ts'
