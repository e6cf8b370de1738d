import type { Db } from '../../../platform/db/index.ts'
import { newId } from '../../../platform/id.ts'
import type { Arrival, CommentId } from '../model.ts'
import type { CommentTables } from '../tables.ts'
import type { NamedSignatory } from './model.ts'

const ERASED = '–'

/** Who is named by a file or on paper is not written to. */
const areAsked: readonly Arrival['channel'][] = ['web-form', 'api']

/** The signatories of a comment that is being taken; each with an address is asked once it is. */
export function signatoryRows({ id, arrival }: { id: CommentId; arrival: Arrival }) {
  const { signatories = [], channel, receivedAt } = arrival
  return signatories.map(({ name, country, email }, position) => ({
    id: newId<'signatory'>(receivedAt.getTime()),
    comment_id: id,
    position,
    in_leaf: true,
    name,
    country: country ?? null,
    email: email ?? null,
    state: 'named',
    verification: 'none',
    letter_due: email !== undefined && areAsked.includes(channel),
    letters: 0,
    added_at: receivedAt,
  }))
}

/** Those who sign as far as it is known, for a comment that takes the place of this one: each is asked again. */
export async function listSigning(db: Db<CommentTables>, id: CommentId): Promise<NamedSignatory[]> {
  const rows = await db
    .selectFrom('docket.signatory')
    .select(['name', 'country', 'email'])
    .where('comment_id', '=', id)
    .where('state', 'in', ['named', 'confirmed'])
    .orderBy('position')
    .execute()
  return rows.map(({ name, country, email }) => ({
    name: name ?? ERASED,
    country: country ?? undefined,
    email: email ?? undefined,
  }))
}

/** The signatories that a comment's leaf commits to, in their order; one that was erased keeps its place. */
export async function listInLeaf(db: Db<CommentTables>, id: CommentId): Promise<NamedSignatory[]> {
  const rows = await db
    .selectFrom('docket.signatory')
    .select(['name', 'country', 'email'])
    .where('comment_id', '=', id)
    .where('in_leaf', '=', true)
    .orderBy('position')
    .execute()
  return rows.map(({ name, country, email }) => ({
    name: name ?? ERASED,
    country: country ?? undefined,
    email: email ?? undefined,
  }))
}
