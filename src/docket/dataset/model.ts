import type { Instant } from '../../platform/time.ts'

/** The archive that was made at night. */
export interface MadeDataset {
  madeAt: Instant
  sha256: string
  bytes: number
}
