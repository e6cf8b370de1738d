import type { Actor } from '../../../participants/index.ts'
import type { Instant } from '../../../platform/time.ts'
import { changeSignature } from '../change-signature.ts'
import type { Signature } from '../model.ts'
import { answersOpen } from '../model.ts'
import type { SignatoriesServices } from '../services.ts'
import { findSpokenFor } from './find-speaker.ts'

export type Answering = ReturnType<typeof answersOpen>[number]

export const isAnswering = (text: string): text is Answering =>
  ['confirm', 'offer', 'refuse', 'withdraw'].includes(text)

/** Whoever reads the mail of the address answers; who speaks for the organisation here answers for it. */
export async function answerSignature(
  { db }: Pick<SignatoriesServices, 'db'>,
  viewer: Actor,
  signature: Signature,
  answering: Answering,
  at: Instant,
): Promise<boolean> {
  if (!answersOpen(signature.state).includes(answering)) return false
  if (answering === 'refuse' || answering === 'withdraw')
    return changeSignature(db, signature, answering, { by: viewer.person, at })
  const organisation = await findSpokenFor(db, viewer, signature.name ?? '', at)
  const verification = organisation ? 'organisation' : 'e-mail'
  return changeSignature(db, signature, answering, { verification, organisation, by: viewer.person, at })
}
