import type { Tx } from '../platform/db/index.ts'
import type { Extraction, ExtractionRefusal, ExtractionWarning } from '../platform/files/index.ts'
import type { Ref } from '../platform/ref.ts'
import type { Instant } from '../platform/time.ts'
import { addConfidentialVersions, addVersions } from './add-versions.ts'
import type { TextVersion } from './model.ts'
import type { TextsTables } from './tables.ts'

export type AddedExtraction =
  | { version: TextVersion; warnings: ExtractionWarning[] }
  | { refused: ExtractionRefusal }

export interface ExtractionOf {
  of: Ref
  language?: string | undefined
  confidential: boolean
}

/**
 * Keeps what `extractText` found in a file as a text version of it. The reading, which takes long, is done before
 * the transaction; the caller writes in the same one that its attachment is read, or why it could not be.
 */
export async function addExtraction(
  tx: Tx<TextsTables>,
  extraction: Extraction,
  { of, language, confidential }: ExtractionOf,
  now: Instant,
): Promise<AddedExtraction> {
  if ('refused' in extraction) return { refused: extraction.refused }
  const { text, extractor, warnings } = extraction
  const add = confidential ? addConfidentialVersions : addVersions
  const [version] = await add(tx, [{ of, kind: 'extracted', language, extractor, text }], now)
  if (!version) throw new Error('No version was added.')
  return { version, warnings }
}
