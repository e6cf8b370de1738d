import type { PersonId } from '../../participants/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { newId } from '../../platform/id.ts'
import type { Ref } from '../../platform/ref.ts'
import type { Instant } from '../../platform/time.ts'
import { append, type RecordTables } from '../../record/index.ts'
import type { Decision } from '../model.ts'
import type { ModerationTables } from '../tables.ts'
import { isObjectionable } from './model.ts'
import { areTooMany, findObjectionWords, findOpenObjection, insertObjection } from './store.ts'

export interface ObjectionOrder {
  /** The decision that stands about it, where there is one. */
  standing: Decision | undefined
  about: Ref
  words: string
  by: PersonId | undefined
  at: Instant
}

/** Takes an objection to the decision that stands; the caller has locked what it is about. */
export async function object(
  tx: Tx<ModerationTables & RecordTables>,
  { about, standing, words, by, at }: ObjectionOrder,
): Promise<'made' | 'nothing-withheld' | 'open-already' | 'too-many'> {
  if (!standing || !isObjectionable(standing)) return 'nothing-withheld'
  const open = await findOpenObjection(tx, about)
  if (open) return (await findObjectionWords(tx, open.id)) === words ? 'made' : 'open-already'
  if (await areTooMany(tx, about, at)) return 'too-many'
  const id = newId<'objection'>(at.getTime())
  const { process, id: decision } = standing
  if (!(await insertObjection(tx, { id, process, about, decision, at }, words))) return 'open-already'
  await append(tx, { kind: 'objection-made', about, process, by, at, detail: { objection: id } })
  return 'made'
}
