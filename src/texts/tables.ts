import type { Instant } from '../platform/time.ts'
import type { VersionId, VersionKind } from './model.ts'

export interface VersionTable {
  id: VersionId
  of_kind: string
  of_id: string
  kind: VersionKind
  language: string | null
  sha256: Buffer | null
  extractor: string | null
  extractor_version: string | null
  text: string | null
  created_at: Instant
  erased_at: Instant | null
}

export interface TextsTables {
  'texts.version': VersionTable
  'texts.confidential_version': VersionTable
}
