import type { Instant } from '../../../platform/time.ts'
import type { Entry } from '../../../record/index.ts'
import type { ClaimId } from '../model.ts'
import type { Claimed } from './store.ts'

type Kind = 'claim-made' | 'claim-confirmed' | 'claim-upheld' | 'claim-rejected'

/** What the record keeps of a claim about one comment: never who makes it, nor a word of it. */
export const entryOf = (
  kind: Kind,
  claim: ClaimId,
  { id, process }: Pick<Claimed, 'id' | 'process'>,
  at: Instant,
): Entry => ({ kind, about: { kind: 'comment', id }, process, at, detail: { claim } })
