import type { ExtractionLimits, RawExtraction } from './model.ts'
import { readOdt } from './odt-text.ts'
import { inspectZip } from './zip.ts'

const main = 'content.xml'
const styles = 'styles.xml'
const manifest = 'META-INF/manifest.xml'
const mimetype = 'mimetype'
const textDocument = /^application\/vnd\.oasis\.opendocument\.text(?:-template)?\s*$/

export async function extractOdt(bytes: Buffer, limits: ExtractionLimits): Promise<RawExtraction> {
  const inspection = await inspectZip(bytes, limits, [main, styles, manifest, mimetype])
  if ('refused' in inspection) return inspection
  const part = (name: string) => inspection.parts.get(name) ?? ''
  if (!textDocument.test(part(mimetype))) return { refused: 'not-what-it-says' }
  // A password leaves the names of the parts readable, and says in the list of parts how each is locked.
  if (/<(?:\w+:)?encryption-data\b/.test(part(manifest)) || inspection.names.has('encrypted-package')) {
    return { refused: 'encrypted' }
  }
  if (!inspection.names.has(main)) return { refused: 'damaged' }
  const read = readOdt(part(main), part(styles))
  if ('refused' in read) return read
  const { text, warnings } = read
  return {
    pages: [text],
    extractor: { name: 'odt-text', version: '1' },
    warnings: [...warnings, ...inspection.warnings],
  }
}
