import { decodeText } from '../../text/decode.ts'
import type { RawExtraction } from './model.ts'

export function extractPlain(bytes: Buffer): RawExtraction {
  const { text, encoding, assumed } = decodeText(bytes)
  return {
    pages: [text],
    extractor: { name: 'plain-text', version: '1' },
    warnings: assumed ? [{ kind: 'encoding-assumed', encoding }] : [],
  }
}
