import type { Instant } from '../../platform/time.ts'

/** The archive that was made at night. */
export interface MadeDataset {
  madeAt: Instant
  /** The place of the last entry of the record that is contained. */
  entriesTo: number
  sha256: string
  bytes: number
}
