export { type ExtractionOptions, extractText } from './extract/extract-text.ts'
export {
  type Extraction,
  type ExtractionLimits,
  type ExtractionRefusal,
  type ExtractionWarning,
  type Extractor,
  usualLimits,
} from './extract/model.ts'
export { type FileStore, openFileStore, type Putting, type Stored } from './file-store.ts'
export { headLength, type Judgement, judgeFile, type Kind, sniff, type TrueType } from './sniff.ts'
