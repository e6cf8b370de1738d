import { hash } from 'node:crypto'
import type { Tx } from '../platform/db/index.ts'
import { newId } from '../platform/id.ts'
import type { Instant } from '../platform/time.ts'
import type { NewVersion, TextVersion } from './model.ts'
import { keepVersions } from './store.ts'
import type { TextsTables } from './tables.ts'

/** PostgreSQL can't hold NUL, and half a letter would be stored as another: the hash must be of what is stored. */
function sealed(text: string): TextVersion['content'] {
  if (text.includes('\0') || !text.isWellFormed()) {
    throw new Error('A text is cleaned before it becomes a version (platform/text cleanText).')
  }
  return { text, sha256: hash('sha256', text) }
}

/** Makes versions of texts, to be kept later. */
export function makeVersions(texts: readonly NewVersion[], now: Instant): TextVersion[] {
  return texts.map(({ of, kind, language, extractor, text }) => ({
    id: newId<'text-version'>(now.getTime()),
    of,
    kind,
    language,
    extractor,
    createdAt: now,
    content: sealed(text),
  }))
}

type Confidential = NewVersion & { kind: 'original' | 'extracted' }

/** Keeps texts that may become public, all in one statement; answers them in the order given. */
export async function addVersions(
  tx: Tx<TextsTables>,
  texts: readonly NewVersion[],
  now: Instant,
): Promise<TextVersion[]> {
  const open = makeVersions(texts, now)
  await keepVersions(tx, { open, confidential: [] })
  return open
}

/** Keeps texts that must not become public, in the table that no public query joins. */
export async function addConfidentialVersions(
  tx: Tx<TextsTables>,
  texts: readonly Confidential[],
  now: Instant,
): Promise<TextVersion[]> {
  const confidential = makeVersions(texts, now)
  await keepVersions(tx, { open: [], confidential })
  return confidential
}

export async function addVersion(tx: Tx<TextsTables>, text: NewVersion, now: Instant): Promise<TextVersion> {
  const [version] = await addVersions(tx, [text], now)
  if (!version) throw new Error('No version was added.')
  return version
}
