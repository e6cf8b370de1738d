import type { PersonId } from '../../participants/index.ts'
import { newId } from '../../platform/id.ts'
import { tidyName } from '../../platform/text/index.ts'
import type { RequestForComment } from '../../requests/index.ts'
import { glance, propose, speaksForItself } from './inspect.ts'
import { usualHandling } from './jobs/model.ts'
import { insertImport } from './jobs/store.ts'
import type { ImportServices } from './services.ts'
import { openSource, type SourceRefusal } from './sources/open-source.ts'
import type { ImportId } from './tables.ts'

export type BringRefusal = SourceRefusal | { refused: 'too-large' | 'no-rows' }

interface Sent {
  name: string
  bytes: AsyncIterable<Uint8Array>
  /** Known once the bytes were read. */
  isCut(): boolean
}

async function* counted(
  bytes: AsyncIterable<Uint8Array>,
  seen: { bytes: number },
): AsyncGenerator<Uint8Array> {
  for await (const piece of bytes) {
    seen.bytes += piece.length
    yield piece
  }
}

/** Keeps a file that was sent, looks at its first rows, and proposes what its columns mean; nothing is imported yet. */
export async function bringFile(
  services: ImportServices,
  { id: request, processId: process }: Pick<RequestForComment, 'id' | 'processId'>,
  sent: Sent,
  by: PersonId | undefined,
): Promise<{ brought: ImportId } | BringRefusal> {
  const { db, clock, files } = services
  const seen = { bytes: 0 }
  const stored = await files.putOwn(counted(sent.bytes, seen)).catch((error) => {
    if (seen.bytes > 0) throw error
  })
  if (!stored) return { refused: 'empty' }
  if (sent.isCut()) return { refused: 'too-large' }
  const source = await openSource(files.pathOf(stored.sha256))
  if ('refused' in source) return source
  const seenRows = await glance(source).finally(() => source.close())
  if (seenRows.rows.length === 0) return { refused: 'no-rows' }
  const now = clock.now()
  const brought = {
    ...{ id: newId<'import'>(now.getTime()), request, process, bytes: stored.size, sha256: stored.sha256 },
    content: stored.sha256,
    source: tidyName(sent.name.replace(/^.*[\\/]/, '')).slice(-200) || 'file',
    told: speaksForItself(seenRows) ? new Map() : propose(seenRows),
    handling: { ...usualHandling, exact: !speaksForItself(seenRows) },
    ...{ state: 'proposed' as const, broughtBy: by, broughtAt: now, glance: seenRows },
  }
  await db.transaction().execute((tx) => insertImport(tx, brought))
  return { brought: brought.id }
}
