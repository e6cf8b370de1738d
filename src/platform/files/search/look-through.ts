import type { Looked, Room } from './looked.ts'
import { ofPdf } from './of-pdf.ts'
import { ofRtf } from './of-rtf.ts'
import { ofText } from './of-text.ts'
import { ofZip } from './of-zip.ts'

const DEEPEST = 3

/** All words in a file's bytes that a program can find: hidden ones, properties, notes, what lies in archives. */
export function lookThrough(bytes: Uint8Array, depth = 0, room: Room = { bytes: 100 * 1024 * 1024 }): Looked {
  try {
    if (depth > DEEPEST) return { searchable: [], unsearchable: true }
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const head = buffer.toString('latin1', 0, 1024)
    const within = (inside: Uint8Array) => lookThrough(inside, depth + 1, room)
    if (head.startsWith('PK')) return ofZip(buffer, within, room)
    if (head.startsWith('{\\rtf')) return ofRtf(buffer, within, room)
    // Readers accept a PDF whose mark stands anywhere in the first 1,024 bytes (ISO 32000-1, annex H.3).
    return head.includes('%PDF-') ? ofPdf(buffer, within, room) : ofText(buffer, within, room)
  } catch {
    return { searchable: [], unsearchable: true }
  }
}
