import type { ExtractionLimits, Extractor, RawText } from './model.ts'
import { type Ocr, readPictures } from './ocr.ts'

/** The numbers of the pages on which no letter stands. */
export const barePages = ({ pages }: RawText): number[] =>
  pages.flatMap((page, at) => (/[\p{L}\p{N}]/u.test(page) ? [] : [at + 1]))

function both(first: Extractor, second: Extractor): Extractor {
  return { name: `${first.name}, ${second.name}`, version: `${first.version}, ${second.version}` }
}

/** Pages of a PDF without text, read from their pictures and marked so. */
export async function readScanned(
  raw: RawText,
  path: string,
  ocr: Ocr,
  limits: ExtractionLimits,
): Promise<RawText> {
  const bare = barePages(raw)
  const texts = await readPictures(path, bare, ocr, limits)
  if (texts.size === 0) return raw
  const { tesseract } = ocr
  return {
    pages: raw.pages.map((page, at) => texts.get(at + 1) ?? page),
    extractor: bare.length === raw.pages.length ? tesseract : both(raw.extractor, tesseract),
    warnings: [...raw.warnings, { kind: 'read-from-pictures', pages: [...texts.keys()] }],
  }
}
