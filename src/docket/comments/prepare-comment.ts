import { newId } from '../../platform/id.ts'
import { type SealedParts, sealParts } from '../../record/index.ts'
import { partsOf } from './comment-parts.ts'
import { type Identified, type MadeTexts, makeTexts } from './make-texts.ts'
import type { Arrival } from './model.ts'

/** An arrival with all that can be made of it before its number is known: so that no transaction waits for that. */
export interface PreparedComment extends Identified, MadeTexts {
  sealed: SealedParts
}

export function prepareComment(arrival: Arrival): PreparedComment {
  const at = arrival.receivedAt.getTime()
  const identified: Identified = {
    arrival,
    id: newId(at),
    answers: arrival.answers.map(() => newId<'answer'>(at)),
    attachments: arrival.attachments.map(() => newId<'attachment'>(at)),
  }
  return { ...identified, ...makeTexts(identified), sealed: sealParts(partsOf(arrival)) }
}
