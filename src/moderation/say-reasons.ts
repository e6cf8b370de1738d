import type { Db } from '../platform/db/index.ts'
import type { Ref } from '../platform/ref.ts'
import { type Decision, reasonsOf } from './model.ts'
import { listReasons, standingDecisions } from './store.ts'
import type { ModerationTables } from './tables.ts'

export interface Explained {
  decision: Decision
  /** The names of the reasons given. */
  reasons: readonly string[]
}

/** What stands about a contribution, where something of it was kept from the public. */
export async function findKeptBack(db: Db<ModerationTables>, about: Ref): Promise<Explained | undefined> {
  const decision = (await standingDecisions(db, about.kind, [about.id])).get(about.id)
  if (!decision || decision.act === 'post') return undefined
  const all = await listReasons(db, { retired: true })
  const names = reasonsOf(decision).map((code) => all.find((reason) => reason.code === code)?.name ?? code)
  return { decision, reasons: names }
}
