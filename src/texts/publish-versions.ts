import type { Tx } from '../platform/db/index.ts'
import type { Instant } from '../platform/time.ts'
import { addVersions } from './add-versions.ts'
import type { TextVersion, VersionId } from './model.ts'
import { listById } from './store.ts'
import type { TextsTables } from './tables.ts'

function words({ id, content }: TextVersion): string {
  if (!content) throw new Error(`Text version ${id} was erased and cannot be published.`)
  return content.text
}

/**
 * Publishes texts as they are, or in other words where some are given: what stays of a redacted one. A confidential one
 * is not found here, so that it cannot be published by mistake.
 */
export async function publishVersions(
  tx: Tx<TextsTables>,
  ids: readonly VersionId[],
  now: Instant,
  instead: ReadonlyMap<VersionId, string> = new Map(),
): Promise<TextVersion[]> {
  const found = await listById(tx, 'texts.version', ids)
  if (found.length !== new Set(ids).size) throw new Error('A text to publish is not there, or confidential.')
  const texts = found.map((version) => ({
    ...version,
    kind: 'published' as const,
    text: instead.get(version.id) ?? words(version),
  }))
  return addVersions(tx, texts, now)
}
