import { type DocumentNode, rawTextOf } from './docx-text.ts'
import type { ExtractionLimits, ExtractionWarning, RawExtraction } from './model.ts'
import { versionOf } from './version.ts'
import { walkMarkup } from './walk-markup.ts'
import { inspectZip } from './zip.ts'

const mainPart = 'word/document.xml'
const oldOffice = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const passwordMark = Buffer.from('EncryptedPackage', 'utf16le')

/** mammoth's own raw text drops line breaks and footnotes, so the tree it reads is taken on its way. */
async function readTree(buffer: Buffer): Promise<DocumentNode> {
  const { default: mammoth } = await import('mammoth')
  let tree: DocumentNode = {}
  const take = (document: DocumentNode) => {
    tree = document
    return { ...document, children: [] }
  }
  await mammoth.convertToHtml({ buffer }, { transformDocument: take })
  return tree
}

function countPictures({ type, children = [] }: DocumentNode): number {
  const own = type === 'image' ? 1 : 0
  return children.reduce((sum, child) => sum + countPictures(child), own)
}

function warningsOf(main: string, tree: DocumentNode): ExtractionWarning[] {
  const { comments = [] } = tree
  const warnings: ExtractionWarning[] = []
  if (/<w:(?:del|moveFrom) /.test(main)) warnings.push({ kind: 'changes-shown-as-accepted' })
  if (comments.length > 0) warnings.push({ kind: 'margin-comments-left-out', count: comments.length })
  const pictures = countPictures(tree)
  if (pictures > 0) warnings.push({ kind: 'pictures-left-out', count: pictures })
  return warnings
}

export async function extractDocx(bytes: Buffer, limits: ExtractionLimits): Promise<RawExtraction> {
  if (bytes.subarray(0, 8).equals(oldOffice)) {
    return { refused: bytes.includes(passwordMark) ? 'encrypted' : 'not-what-it-says' }
  }
  const inspection = await inspectZip(bytes, limits, [mainPart])
  if ('refused' in inspection) return inspection
  const main = inspection.parts.get(mainPart)
  if (main === undefined) return { refused: 'not-what-it-says' }
  // Looked over before anything builds a tree of it.
  const walk = walkMarkup(main, { open: () => true, close: () => {}, text: () => {} }, { xml: true })
  if (walk !== 'whole') return { refused: walk }
  const tree = await readTree(bytes).catch(() => undefined)
  if (!tree) return { refused: 'damaged' }
  return {
    pages: [rawTextOf(tree)],
    extractor: { name: 'mammoth', version: versionOf('mammoth') },
    warnings: [...warningsOf(main, tree), ...inspection.warnings],
  }
}
