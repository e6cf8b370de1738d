import type { Verification } from '../../comments/model.ts'

export interface ShownSignatory {
  name: string
  country: string | undefined
  verification: Verification
  /** The short name of the page of the organisation that confirmed. */
  slug: string | undefined
}

/** Who signs a comment beside its sender; of those that do not, only how many. */
export interface ShownSignatories {
  signing: readonly ShownSignatory[]
  refused: number
  withdrawn: number
  withheld: number
}

export const noSignatories: ShownSignatories = { signing: [], refused: 0, withdrawn: 0, withheld: 0 }
