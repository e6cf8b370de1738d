import type { RawExtraction } from './model.ts'
import { readRtf } from './rtf-text.ts'

export function extractRtf(bytes: Buffer): RawExtraction {
  const read = readRtf(bytes)
  if ('refused' in read) return read
  return {
    pages: [read.text],
    extractor: { name: 'rtf-text', version: '1' },
    warnings: read.warnings,
  }
}
