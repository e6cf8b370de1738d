/** What an erasure can be of; letters and claims go with the person or comment they belong to. */
export const kinds = ['person', 'comment', 'claim', 'mail', 'signature'] as const
export type ErasedKind = (typeof kinds)[number]

export interface ErasedThing {
  kind: ErasedKind
  id: string
}

/** How much goes, in numbers alone, so that a page may say it after nothing else is left to say. */
export interface Toll {
  comments: number
  files: number
  claims: number
  signatures: number
  letters: number
  account: boolean
  roles: number
  sessions: number
  representations: number
}

export const nothing: Toll = {
  comments: 0,
  files: 0,
  claims: 0,
  signatures: 0,
  letters: 0,
  account: false,
  roles: 0,
  sessions: 0,
  representations: 0,
}
