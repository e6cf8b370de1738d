import type { Id } from '../../platform/id.ts'
import type { ProcessId } from '../../processes/model.ts'
import type { CommentId, Verification } from '../comments/model.ts'
import type { SignatoryId, SignatoryState } from '../comments/signatories/model.ts'

/** A signature with the comment that it stands under. */
export interface Signature {
  id: SignatoryId
  name: string | null
  country: string | null
  email: string | null
  state: SignatoryState
  verification: Verification
  letters: number
  letterDue: boolean
  reason: string | null
  comment: CommentId
  number: string
  process: ProcessId
  /** Of the comment. */
  leaf: Id<'leaf'>
}

const HOUR = 3_600_000
export const DAY = 24 * HOUR

/** What keeps the form of a joint comment from being used to flood mailboxes. */
export const LETTERS = { toOneAddressADay: 3, forOneSignature: 2, inAllADay: 2000 }

/** So long somebody who asks to join has to confirm the address. */
export const JOINING_LIFE = 7 * DAY

/** What somebody does to a signature: from which states, and what it is then. */
interface Step {
  from: readonly SignatoryState[]
  to: SignatoryState
  /** The kind of its entry in the record. */
  kind: string
}

export const steps = {
  confirm: { from: ['named', 'refused', 'withdrawn'], to: 'confirmed', kind: 'signatory-confirmed' },
  refuse: { from: ['named'], to: 'refused', kind: 'signatory-refused' },
  /** Who asked to join and thinks better of it was never shown, and needs the sender to come back. */
  decline: { from: ['joining', 'offered'], to: 'removed', kind: 'signatory-refused' },
  withdraw: { from: ['confirmed'], to: 'withdrawn', kind: 'signatory-withdrawn' },
  offer: { from: ['joining'], to: 'offered', kind: 'signatory-offered' },
  accept: { from: ['offered'], to: 'confirmed', kind: 'signatory-accepted' },
  remove: {
    from: ['named', 'confirmed', 'joining', 'offered'],
    to: 'removed',
    kind: 'signatory-removed',
  },
  withhold: { from: ['named', 'confirmed'], to: 'withheld', kind: 'signatory-withheld' },
  show: { from: ['withheld'], to: 'named', kind: 'signatory-shown' },
  showConfirmed: { from: ['withheld'], to: 'confirmed', kind: 'signatory-shown' },
} as const satisfies Record<string, Step>

export type StepName = keyof typeof steps

/** What the link in a letter lets its reader do now. */
export function answersOpen(state: SignatoryState): readonly ('confirm' | 'offer' | 'refuse' | 'withdraw')[] {
  const open = (step: StepName) => (steps[step].from as readonly SignatoryState[]).includes(state)
  const all = ['confirm', 'offer', 'refuse', 'withdraw'] as const
  return all.filter((one) => open(one) || (one === 'refuse' && open('decline')))
}
