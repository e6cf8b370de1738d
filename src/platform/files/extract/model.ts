import type { Encoding, Unprintable } from '../../text/index.ts'
import type { Task } from '../limited/model.ts'
import type { Kind, TrueType } from '../model.ts'

export interface Extractor {
  name: string
  version: string
}

/** What the sender should look at before the text is taken for what they wrote. */
export type ExtractionWarning =
  | { kind: 'encoding-assumed'; encoding: Encoding }
  | { kind: 'replaced'; what: Unprintable; count: number }
  | { kind: 'pages-without-text'; pages: number[] }
  | { kind: 'read-from-pictures'; pages: number[] }
  | { kind: 'changes-shown-as-accepted' }
  | { kind: 'margin-comments-left-out'; count: number }
  | { kind: 'hidden-text-left-out' }
  | { kind: 'pictures-left-out'; count: number }
  | { kind: 'files-inside-left-out'; count: number }

export type ExtractionRefusal =
  | 'not-what-it-says'
  | 'kind-not-taken'
  | 'too-large'
  | 'built-to-overload'
  | 'took-too-long'
  | 'damaged'
  | 'encrypted'
  | 'no-text'

export interface ExtractedText {
  text: string
  extractor: Extractor
  warnings: ExtractionWarning[]
}

export type Extraction = ExtractedText | { refused: ExtractionRefusal; is?: TrueType }

export interface ExtractionLimits {
  milliseconds: number
  /** For all pages of a scan together. */
  pictureMilliseconds: number
  memoryMegabytes: number
  /** Of the text that comes out, in UTF-16 units. */
  characters: number
  /** Of everything inside a DOCX or ODT, once inflated. */
  inflatedBytes: number
  zipEntries: number
}

export const usualLimits: ExtractionLimits = {
  milliseconds: 30_000,
  pictureMilliseconds: 120_000,
  memoryMegabytes: 512,
  characters: 5_000_000,
  inflatedBytes: 200_000_000,
  zipEntries: 5000,
}

/** One file for the extraction process. */
export interface ExtractionTask extends Task {
  kind: Kind
  limits: ExtractionLimits
}

/** What an extractor found, before the text is cleaned and judged. */
export interface RawText {
  /** One for a document without pages. */
  pages: string[]
  extractor: Extractor
  warnings: ExtractionWarning[]
}

export type RawExtraction = RawText | { refused: ExtractionRefusal }
