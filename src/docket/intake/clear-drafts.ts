import type { Services } from '../../platform/services.ts'
import { after } from '../../platform/time.ts'
import { DRAFT_DAYS } from './limits.ts'
import { deleteDrafts } from './store.ts'
import type { IntakeTables } from './tables.ts'

/** Takes away what was saved and not sent, once nobody came back to it for long; answers how many drafts. */
export function clearDrafts({ db, clock }: Pick<Services<IntakeTables>, 'db' | 'clock'>): Promise<number> {
  const before = after(clock.now(), -DRAFT_DAYS * 24 * 60 * 60 * 1000)
  return db.transaction().execute((tx) => deleteDrafts(tx, before))
}
