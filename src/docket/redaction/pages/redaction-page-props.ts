import type { Instant } from '../../../platform/time.ts'
import type { Process } from '../../../processes/index.ts'
import type { RequestForComment } from '../../../requests/index.ts'
import type { Leak } from '../find-leaks.ts'
import type { Redacting } from '../post-redacted.ts'
import type { WordKey } from '../words.ts'

export interface RedactionPageProps {
  request: RequestForComment
  process: Process
  now: Instant
  redacting: Redacting
  /** Where a click led to mark: one paragraph of one text. */
  target?: { key: string; paragraph: number } | undefined
  draft?: { words?: string | undefined; reason?: string | undefined } | undefined
  problems?: ReadonlyMap<'words' | 'reason' | 'places', WordKey> | undefined
  leaks?: readonly Leak[] | undefined
  told?: WordKey | undefined
}

export const redactionAddress = (number: string): string => `/comments/${number}/redaction`
