/** What an erasure can be of; letters, claims and rows of imports go with the person or comment they belong to. */
export const kinds = ['person', 'comment', 'claim', 'mail', 'import-row', 'signature'] as const
export type ErasedKind = (typeof kinds)[number]

export interface ErasedThing {
  kind: ErasedKind
  id: string
}

export const keyOf = ({ kind, id }: ErasedThing): string => `${kind} ${id}`

/** How much goes, in numbers alone, so that a page may say it after nothing else is left to say. */
export interface Toll {
  comments: number
  files: number
  claims: number
  letters: number
  rows: number
  signatures: number
  account: boolean
  roles: number
  sessions: number
  representations: number
}

/** Numbers alone, as they are said before and after. */
export const tollLines = (toll: Partial<Toll>): [keyof Toll, number][] =>
  Object.entries(toll).flatMap(([name, count]): [keyof Toll, number][] =>
    count ? [[name as keyof Toll, Number(count)]] : [],
  )

/** What did not come to be: the last administrator stays, and nothing goes without its line in the ledger. */
export type ErasingRefusal = 'last-administrator' | 'ledger-not-written'
