import type { Id } from '../../../platform/id.ts'

export type SignatoryId = Id<'signatory'>

/** So many organisations sign one comment beside its sender; each may cost a letter. */
export const MOST_SIGNATORIES = 200

export const LONGEST_SIGNATORY = 200

/** An organisation as the sender of a joint comment names it. */
export interface NamedSignatory {
  name: string
  country?: string | undefined
  /** Where it is asked whether it signs. */
  email?: string | undefined
}

/**
 * Where a signature stands. Who asks to join first confirms the address, then the sender decides; only the named and
 * the confirmed are shown to the public.
 */
export type SignatoryState =
  | 'joining'
  | 'offered'
  | 'named'
  | 'confirmed'
  | 'refused'
  | 'withdrawn'
  | 'removed'
  | 'withheld'
