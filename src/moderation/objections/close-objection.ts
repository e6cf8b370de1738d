import type { Tx } from '../../platform/db/index.ts'
import { append, type RecordTables } from '../../record/index.ts'
import type { Decision } from '../model.ts'
import type { ModerationTables } from '../tables.ts'
import { upholds } from './model.ts'
import { decidersOf, type Ending, endObjection, findOpenObjection } from './store.ts'

type Writing = Tx<ModerationTables & RecordTables>

/** Ends the open objection about a thing, state and entry; nothing where none is open. */
export async function closeObjection(tx: Writing, ending: Ending): Promise<boolean> {
  const ended = await endObjection(tx, ending)
  if (!ended) return false
  const { about, outcome, by, at } = ending
  const detail = { objection: ended.id }
  await append(tx, { kind: `objection-${outcome}`, about, process: ended.process, by, at, detail })
  return true
}

/** A new decision may do what was asked for, or leave nothing to ask for. */
export async function closeByDecision(
  tx: Writing,
  decision: Pick<Decision, 'about' | 'act' | 'by' | 'at'>,
): Promise<void> {
  const { about, act, by, at } = decision
  const open = await findOpenObjection(tx, about)
  if (!open) return
  if (act === 'erase') await closeObjection(tx, { about, outcome: 'lapsed', by, at })
  else if (upholds(decision, await decidersOf(tx, open.decision)))
    await closeObjection(tx, { about, outcome: 'upheld', by, at })
}
