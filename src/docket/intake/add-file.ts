import { extractText, type FileStore, headLength, judgeFile, mediaTypes } from '../../platform/files/index.ts'
import { newId } from '../../platform/id.ts'
import { tidyName } from '../../platform/text/index.ts'
import type { Instant } from '../../platform/time.ts'
import type { Extraction } from '../comments/model.ts'
import type { DraftFile } from './draft-file.ts'
import { MOST_MEGABYTES } from './limits.ts'

const MEGABYTE = 1024 * 1024

/** Why a file was not taken; `is` says what its bytes are. */
export type FileRefusal = { name: string } & (
  | { why: 'too-large' | 'empty' | 'too-many' | 'not-checked' }
  | { why: 'infected'; found: string }
  | { why: 'not-what-it-says' | 'kind-not-taken'; is: string }
)

/** Bytes that can be looked at from the start before they are read on, and must be read to their end. */
async function startOf(bytes: AsyncIterable<Uint8Array>) {
  const iterator = bytes[Symbol.asyncIterator]()
  const chunks: Uint8Array[] = []
  let length = 0
  while (length < headLength) {
    const { value, done } = await iterator.next()
    if (done) break
    chunks.push(value)
    length += value.length
  }
  async function* rest(): AsyncGenerator<Uint8Array> {
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    yield* chunks
    yield* rest()
  }
  return { head: Buffer.concat(chunks), all: all(), rest }
}

/** Keeps a file that was sent and reads its text; a file of a kind that is not taken is not kept. */
export async function addFile(
  files: FileStore,
  sent: { name: string; bytes: AsyncIterable<Uint8Array> },
  at: Instant,
): Promise<DraftFile | FileRefusal> {
  const name = tidyName(sent.name.replace(/^.*[\\/]/, '')).slice(-200) || 'file'
  const { head, all, rest } = await startOf(sent.bytes)
  const kept = await keep(files, name, head, all)
  for await (const _ of rest()) {
    // The next part of the form comes only after the last byte of this one.
  }
  return 'why' in kept ? kept : { ...kept, id: newId(at.getTime()) }
}

async function keep(
  files: FileStore,
  name: string,
  head: Uint8Array,
  bytes: AsyncIterable<Uint8Array>,
): Promise<Omit<DraftFile, 'id'> | FileRefusal> {
  if (head.length === 0) return { name, why: 'empty' }
  const judged = judgeFile(name, head)
  if ('refused' in judged) return { name, why: judged.refused, is: judged.is }
  const put = await files.put(bytes, MOST_MEGABYTES * MEGABYTE)
  if ('found' in put) return { name, why: 'infected', found: put.found }
  if ('refused' in put) return { name, why: put.refused }
  const extraction = await extractionOf(files, put.sha256, name)
  return { name, mediaType: mediaTypes[judged.kind], bytes: put.size, sha256: put.sha256, extraction }
}

async function extractionOf(files: FileStore, sha256: string, name: string): Promise<Extraction> {
  const found = await extractText({ path: files.pathOf(sha256), name })
  if ('refused' in found) return { state: 'refused', note: found.refused }
  const { text, extractor, warnings } = found
  return { state: 'done', text, extractor, ...(warnings.length > 0 && { note: JSON.stringify(warnings) }) }
}
