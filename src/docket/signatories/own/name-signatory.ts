import { newId } from '../../../platform/id.ts'
import type { Instant } from '../../../platform/time.ts'
import { after } from '../../../platform/time.ts'
import type { ProcessId } from '../../../processes/index.ts'
import { append } from '../../../record/index.ts'
import type { CommentId } from '../../comments/model.ts'
import { countryNamed } from '../../intake/places.ts'
import { JOINING_LIFE } from '../model.ts'
import type { SignatoriesServices } from '../services.ts'
import { addSignature, forgetJoining } from '../store.ts'
import type { NamedForm } from './check-named.ts'

/** Adds an organisation to a comment that was sent: named by its sender, or asking by itself. */
export function nameSignatory(
  { db }: Pick<SignatoriesServices, 'db'>,
  { id: comment, process }: { id: CommentId; process: ProcessId },
  { name, country, email }: NamedForm,
  state: 'named' | 'joining',
  at: Instant,
): ReturnType<typeof addSignature> {
  return db.transaction().execute(async (tx) => {
    await forgetJoining(tx, after(at, -JOINING_LIFE))
    const id = newId<'signatory'>(at.getTime())
    const named = { name, country: countryNamed(country), email: email || undefined }
    const added = await addSignature(tx, { id, comment, ...named, state }, at)
    if (added !== 'added') return added
    const kind = state === 'named' ? 'signatory-named' : 'signatory-joining'
    const about = { kind: 'comment', id: comment }
    await append(tx, { kind, about, process, at, detail: { signatory: id } })
    return 'added'
  })
}
