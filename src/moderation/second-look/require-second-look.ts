import type { Actor } from '../../participants/index.ts'
import type { Id } from '../../platform/id.ts'
import type { Services } from '../../platform/services.ts'
import { append, type RecordTables } from '../../record/index.ts'
import type { ModerationTables } from '../tables.ts'
import { setRequired } from './store.ts'

/** Switches the second look on or off; what waits already stays to be confirmed or turned down. */
export async function requireSecondLook(
  { db, clock }: Pick<Services<ModerationTables & RecordTables>, 'db' | 'clock'>,
  { person: by }: Actor,
  process: Id<'process'>,
  required: boolean,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    if (!(await setRequired(tx, process, required))) return
    const about = { kind: 'process', id: process }
    await append(tx, { kind: 'second-look-set', about, process, by, at: clock.now(), detail: { required } })
  })
}
