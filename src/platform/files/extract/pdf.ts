import type { RawExtraction } from './model.ts'
import { versionOf } from './version.ts'

export async function extractPdf(bytes: Buffer): Promise<RawExtraction> {
  // Loaded here, so that a process that reads another kind of file starts sooner.
  const { extractText, getDocumentProxy } = await import('unpdf')
  try {
    const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
    const { text } = await extractText(document, { mergePages: false })
    return { pages: text, extractor: { name: 'unpdf', version: versionOf('unpdf') }, warnings: [] }
  } catch (error) {
    const locked = error instanceof Error && error.name === 'PasswordException'
    return { refused: locked ? 'encrypted' : 'damaged' }
  }
}
