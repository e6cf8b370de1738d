import { listHolders, type ParticipantsTables, type PersonId } from '../../participants/index.ts'
import type { Db, Tx } from '../../platform/db/index.ts'
import type { Id } from '../../platform/id.ts'
import type { Ref } from '../../platform/ref.ts'
import type { Instant } from '../../platform/time.ts'
import { append, appendAll, type RecordTables } from '../../record/index.ts'
import { moderatorRoles } from '../second-look/second-look-of.ts'
import type { ModerationTables } from '../tables.ts'
import { deleteAssignment, insertAssignments, moveAssignment } from './store.ts'

type Tables = ModerationTables & ParticipantsTables & RecordTables

export interface AssignOrder {
  about: Ref
  process: Id<'process'>
  /** Who shall have it; nobody where it is given back. */
  to: PersonId | undefined
  /** Who had it when the page was made. */
  seen: PersonId | undefined
  by: PersonId
  at: Instant
}

async function isEntitled(tx: Tx<Tables>, person: PersonId, process: Id<'process'>): Promise<boolean> {
  return (await listHolders(tx, moderatorRoles, process)).some(({ id }) => id === person)
}

async function write(tx: Tx<Tables>, { about, process, to, seen, by, at }: AssignOrder): Promise<boolean> {
  if (to === undefined) return seen !== undefined && deleteAssignment(tx, about, seen)
  const assignment = { about, process, person: to, by, at }
  if (seen !== undefined) return moveAssignment(tx, assignment, seen)
  return (await insertAssignments(tx, [assignment])).size === 1
}

/** Takes a thing, hands it to somebody who moderates there, or gives it back; nothing where somebody was faster. */
export async function assign(
  db: Db<Tables>,
  order: AssignOrder,
): Promise<'assigned' | 'not-as-seen' | 'not-entitled'> {
  const { about, process, to, by, at } = order
  return db.transaction().execute(async (tx) => {
    if (to !== undefined && to !== by && !(await isEntitled(tx, to, process))) return 'not-entitled'
    if (!(await write(tx, order))) return 'not-as-seen'
    const kind = to === undefined ? 'assignment-ended' : 'assigned'
    await append(tx, { kind, about, process, by, at, ...(to && { detail: { to } }) })
    return 'assigned'
  })
}

/** Gives somebody several things that are nobody's; answers how many of them still were. */
export async function assignAll(
  db: Db<Tables>,
  {
    abouts,
    process,
    to,
    by,
    at,
  }: Omit<AssignOrder, 'about' | 'seen' | 'to'> & { abouts: readonly Ref[]; to: PersonId },
): Promise<number | 'not-entitled'> {
  return db.transaction().execute(async (tx) => {
    if (to !== by && !(await isEntitled(tx, to, process))) return 'not-entitled'
    const taken = await insertAssignments(
      tx,
      abouts.map((about) => ({ about, process, person: to, by, at })),
    )
    const given = abouts.filter(({ id }) => taken.has(id))
    await appendAll(
      tx,
      given.map((about) => ({ kind: 'assigned', about, process, by, at, detail: { to } })),
    )
    return given.length
  })
}
