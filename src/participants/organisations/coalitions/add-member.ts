import { newId } from '../../../platform/id.ts'
import type { Services } from '../../../platform/services.ts'
import { append, type RecordTables } from '../../../record/index.ts'
import type { Actor, OrganisationId } from '../../model.ts'
import { findOrganisationByName } from '../store.ts'
import type { OrganisationsTables } from '../tables.ts'
import { insertMembership } from './store.ts'

export type MemberAdded = 'added' | 'unknown' | 'itself' | 'member-already'

/** A coalition says who belongs to it; the member confirms that, or it stays what the coalition says. */
export async function addMember(
  { db, clock }: Services<OrganisationsTables & RecordTables>,
  actor: Actor,
  coalition: OrganisationId,
  name: string,
): Promise<MemberAdded> {
  return db.transaction().execute(async (tx): Promise<MemberAdded> => {
    const member = await findOrganisationByName(tx, name)
    if (!member) return 'unknown'
    if (member === coalition) return 'itself'
    const at = clock.now()
    const one = { id: newId<'membership'>(at.getTime()), coalition, member, from: at }
    if (!(await insertMembership(tx, one, actor.person))) return 'member-already'
    const about = { kind: 'organisation', id: coalition }
    await append(tx, { kind: 'coalition-member-added', about, by: actor.person, at, detail: { member } })
    return 'added'
  })
}
