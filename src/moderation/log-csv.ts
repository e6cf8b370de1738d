import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import type { Db } from '../platform/db/index.ts'
import { refKey } from '../platform/html/index.ts'
import type { Id } from '../platform/id.ts'
import type { Ref } from '../platform/ref.ts'
import { harmlessCell } from '../platform/text/index.ts'
import type { Instant } from '../platform/time.ts'
import { type Decision, type Named, reasonsOf } from './model.ts'
import type { Objection } from './objections/model.ts'
import { listObjections } from './objections/store.ts'
import type { TurnedDown } from './second-look/model.ts'
import { listTurnedDown, proposedAt } from './second-look/store.ts'
import { listDecisions } from './store.ts'
import type { ModerationTables } from './tables.ts'

const AT_A_TIME = 500
const MOST = 10_000

export type NameRefs = (refs: readonly Ref[]) => Promise<ReadonlyMap<string, Named>>

const columns = [
  'at',
  'act',
  'kind',
  'about',
  'reason',
  'explanation',
  'redactions',
  'proposed_at',
  'turned_down_because',
  'objected_at',
]

function rowOf(
  { at, act, about, ...decision }: Decision,
  named: Named | undefined,
  proposed: Instant | undefined,
): string[] {
  const { explanation, redactions } = decision
  const reasons = reasonsOf(decision).join(', ')
  return [
    at.toISOString(),
    act,
    about.kind,
    named?.text ?? about.id,
    reasons,
    explanation,
    `${redactions || ''}`,
    proposed?.toISOString() ?? '',
    '',
    '',
  ]
}

function turnedDownRow(
  { closedAt, at, about, reason, explanation, why }: TurnedDown,
  named: Named | undefined,
): string[] {
  const what = [named?.text ?? about.id, reason, explanation, '']
  return [closedAt.toISOString(), 'proposal-turned-down', about.kind, ...what, at.toISOString(), why, '']
}

/** That somebody objected, and how it ended; what they wrote stands nowhere here. */
function objectionRow({ at, closedAt, about, outcome, why }: Objection, named: Named | undefined): string[] {
  const act = `objection-${outcome ?? 'open'}`
  const what = [about.kind, named?.text ?? about.id, '', '', '', '']
  return [(closedAt ?? at).toISOString(), act, ...what, why, at.toISOString()]
}

async function* rowsOf(db: Db<ModerationTables>, process: Id<'process'>, nameRefs: NameRefs) {
  let from: Decision | undefined
  do {
    const decisions: Decision[] = await listDecisions(db, process, { from, limit: AT_A_TIME })
    const names = await nameRefs(decisions.map(({ about }) => about))
    const proposed = await proposedAt(
      db,
      decisions.map(({ id }) => id),
    )
    for (const decision of decisions)
      yield rowOf(decision, names.get(refKey(decision.about)), proposed.get(decision.id))
    from = decisions.length === AT_A_TIME ? decisions.at(-1) : undefined
  } while (from)
  const turnedDown = await listTurnedDown(db, process, MOST)
  const names = await nameRefs(turnedDown.map(({ about }) => about))
  for (const one of turnedDown) yield turnedDownRow(one, names.get(refKey(one.about)))
  const objections = await listObjections(db, process, MOST)
  const objected = await nameRefs(objections.map(({ about }) => about))
  for (const one of objections) yield objectionRow(one, objected.get(refKey(one.about)))
}

/** The whole log, page by page; a cell that a spreadsheet would run as a formula is made harmless. */
export function logCsv(db: Db<ModerationTables>, process: Id<'process'>, nameRefs: NameRefs): Readable {
  const csv = stringify({ header: true, columns, cast: { string: harmlessCell }, bom: true })
  return Readable.from(rowsOf(db, process, nameRefs))
    .on('error', (error) => csv.destroy(error))
    .pipe(csv)
}
