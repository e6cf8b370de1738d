import type { ModerationTables } from '../../moderation/index.ts'
import { type Actor, findPerson, type ParticipantsTables, type Relation } from '../../participants/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { isKeyOf } from '../comments/secrets.ts'
import type { CommentTables } from '../comments/tables.ts'
import { keyIn } from '../intake/own/cookie.ts'
import { findSender } from './store.ts'

type Tables = CommentTables & ModerationTables & ParticipantsTables

/** How somebody stands to a comment: with its key, or signed in under the address that was given with it. */
export async function senderRelations(
  db: Db<Tables>,
  number: string,
  came: Parameters<typeof keyIn>[0],
  viewer: Actor,
): Promise<Relation[]> {
  const sender = await findSender(db, number)
  const holder = isKeyOf(keyIn(came), sender?.keyHash)
  const person = viewer.person && (await findPerson(db, viewer.person))
  const wrote = sender?.channel !== 'bulk-import' && sender?.channel !== 'paper'
  const own =
    wrote && person?.email !== undefined && person.email.toLowerCase() === sender?.email?.toLowerCase()
  return [...(holder ? (['holder'] as const) : []), ...(own ? (['own'] as const) : [])]
}
