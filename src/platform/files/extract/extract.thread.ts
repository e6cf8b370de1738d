import { workOnBytes } from '../limited/work-on-bytes.ts'
import type { Kind } from '../model.ts'
import { extractDocx } from './docx.ts'
import { extractHtml } from './html.ts'
import type { ExtractionLimits, ExtractionTask, RawExtraction } from './model.ts'
import { extractOdt } from './odt.ts'
import { extractPdf } from './pdf.ts'
import { extractPlain } from './plain.ts'
import { extractRtf } from './rtf.ts'

type Extract = (bytes: Buffer, limits: ExtractionLimits) => Promise<RawExtraction> | RawExtraction

const extractors: Record<Kind, Extract> = {
  pdf: extractPdf,
  docx: extractDocx,
  odt: extractOdt,
  rtf: extractRtf,
  html: extractHtml,
  text: extractPlain,
  markdown: extractPlain,
}

await workOnBytes(
  import.meta.url,
  ({ kind, limits }: ExtractionTask, bytes) => extractors[kind](bytes, limits),
  (message): RawExtraction => ({ refused: /memory/i.test(message) ? 'too-large' : 'damaged' }),
)
