import type { Db } from '../platform/db/index.ts'
import type { Ref } from '../platform/ref.ts'
import type { TextVersion, VersionId } from './model.ts'
import { listById, listOf, listPublished, listPublishedOf } from './store.ts'
import type { TextsTables } from './tables.ts'

/** What the public may read of each of these: the newest published version; one that was erased says so. */
export function publishedTexts(db: Db<TextsTables>, refs: readonly Ref[]): Promise<TextVersion[]> {
  return listPublishedOf(db, refs)
}

export async function publishedText(db: Db<TextsTables>, of: Ref): Promise<TextVersion | undefined> {
  const [version] = await listPublishedOf(db, [of])
  return version
}

/** The published versions among these, for quotes and permalinks. */
export function publishedVersions(db: Db<TextsTables>, ids: readonly VersionId[]): Promise<TextVersion[]> {
  return listPublished(db, ids)
}

/** Versions of any kind that are not confidential, for those who may see a text before it is posted. */
export function originalVersions(db: Db<TextsTables>, ids: readonly VersionId[]): Promise<TextVersion[]> {
  return listById(db, 'texts.version', ids)
}

/** Confidential versions, for those entitled: the caller has asked the policy first. */
export function confidentialVersions(db: Db<TextsTables>, ids: readonly VersionId[]): Promise<TextVersion[]> {
  return listById(db, 'texts.confidential_version', ids)
}

/** Every confidential version of these, oldest first, for those entitled. */
export function confidentialTexts(db: Db<TextsTables>, refs: readonly Ref[]): Promise<TextVersion[]> {
  return listOf(db, 'texts.confidential_version', refs)
}
