import type { Tx } from '../platform/db/index.ts'
import type { Ref } from '../platform/ref.ts'
import type { Instant } from '../platform/time.ts'
import type { VersionId } from './model.ts'
import { eraseWhere } from './store.ts'
import type { TextsTables } from './tables.ts'

/** Empties every version of these, public and confidential, and leaves tombstones; answers how many. */
export async function eraseTexts(tx: Tx<TextsTables>, of: readonly Ref[], at: Instant): Promise<number> {
  const open = await eraseWhere(tx, 'texts.version', { of }, at)
  return open + (await eraseWhere(tx, 'texts.confidential_version', { of }, at))
}

/** Empties single versions, such as a published one that a redacted one replaces. */
export async function eraseVersions(
  tx: Tx<TextsTables>,
  ids: readonly VersionId[],
  at: Instant,
): Promise<number> {
  const open = await eraseWhere(tx, 'texts.version', { ids }, at)
  return open + (await eraseWhere(tx, 'texts.confidential_version', { ids }, at))
}
