import type { Actor } from '../../../participants/index.ts'
import type { Instant } from '../../../platform/time.ts'
import { changeSignature, changeSignatureIn } from '../change-signature.ts'
import { tellSender } from '../letters/tell-sender.ts'
import type { Signature } from '../model.ts'
import { answersOpen } from '../model.ts'
import type { SignatoriesServices } from '../services.ts'
import { findSpokenFor } from './find-speaker.ts'

export type Answering = ReturnType<typeof answersOpen>[number]

export const isAnswering = (text: string): text is Answering =>
  ['confirm', 'offer', 'refuse', 'withdraw'].includes(text)

/** Whoever reads the mail of the address answers; who speaks for the organisation here answers for it. */
export async function answerSignature(
  { db, origin }: Pick<SignatoriesServices, 'db' | 'origin'>,
  viewer: Actor,
  signature: Signature,
  answering: Answering,
  at: Instant,
): Promise<boolean> {
  if (!answersOpen(signature.state).includes(answering)) return false
  const by = viewer.person
  if (answering === 'withdraw') return changeSignature(db, signature, 'withdraw', { by, at })
  if (answering === 'refuse')
    return changeSignature(db, signature, signature.state === 'named' ? 'refuse' : 'decline', { by, at })
  const organisation = await findSpokenFor(db, viewer, signature.name ?? '', at)
  const verification = organisation ? 'organisation' : 'e-mail'
  return db.transaction().execute(async (tx) => {
    const stepping = { verification, organisation, by, at } as const
    if (!(await changeSignatureIn(tx, signature, answering, stepping))) return false
    if (answering === 'offer') await tellSender(tx, signature, { origin, at })
    return true
  })
}
