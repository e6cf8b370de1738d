import { type RawBuilder, type Selectable, type SqlBool, sql } from 'kysely'
import type { PersonId } from '../../participants/index.ts'
import type { Db, Tx } from '../../platform/db/index.ts'
import type { Id } from '../../platform/id.ts'
import type { Ref } from '../../platform/ref.ts'
import type { Instant } from '../../platform/time.ts'
import type { DecisionId } from '../model.ts'
import type { ModerationTables } from '../tables.ts'
import type { Proposal, ProposalId, ProposalOutcome, TurnedDown } from './model.ts'

type Reading = Db<ModerationTables>
type Writing = Tx<ModerationTables>

/** Whether a proposal to withhold the thing of this column is open, for queries of the capability it belongs to. */
export const isProposed = (kind: string, column: string): RawBuilder<SqlBool> => sql<SqlBool>`exists (
  select from moderation.proposal where proposal.about_kind = ${kind} and proposal.about_id = ${sql.ref(column)}
    and proposal.outcome is null)`

export async function isSwitchedOff(db: Reading, process: Id<'process'>): Promise<boolean> {
  const row = await db
    .selectFrom('moderation.second_look')
    .select('required')
    .where('process_id', '=', process)
    .executeTakeFirst()
  return row?.required === false
}

/** Nothing changes where it stands so already. */
export async function setRequired(tx: Writing, process: Id<'process'>, required: boolean): Promise<boolean> {
  const { rows } = await sql`
    insert into moderation.second_look (process_id, required)
    select ${process}::uuid, ${required} where ${required} <> coalesce(
      (select required from moderation.second_look where process_id = ${process}), true)
    on conflict (process_id) do update set required = excluded.required returning process_id`.execute(tx)
  return rows.length === 1
}

/** Of two who propose at once, one does. */
export async function insertProposal(tx: Writing, proposal: Proposal): Promise<boolean> {
  const { process, about, reason, ...rest } = proposal
  const added = await tx
    .insertInto('moderation.proposal')
    .values({
      ...rest,
      process_id: process,
      about_kind: about.kind,
      about_id: about.id,
      reason_code: reason,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

const toProposal = (row: Selectable<ModerationTables['moderation.proposal']>): Proposal => ({
  id: row.id,
  process: row.process_id,
  about: { kind: row.about_kind, id: row.about_id },
  reason: row.reason_code,
  explanation: row.explanation,
  by: row.by,
  at: row.at,
})

/** What is proposed about a thing and neither confirmed nor turned down yet. */
export async function findProposal(db: Reading, about: Ref): Promise<Proposal | undefined> {
  const row = await db
    .selectFrom('moderation.proposal')
    .selectAll()
    .where('about_kind', '=', about.kind)
    .where('about_id', '=', about.id)
    .where('outcome', 'is', null)
    .executeTakeFirst()
  return row && toProposal(row)
}

export interface Closing {
  id: ProposalId
  outcome: ProposalOutcome
  by: PersonId
  at: Instant
  why?: string
}

/** Ends an open proposal: its maker may take it back, only somebody else may answer it, any decision overtakes it. */
export async function closeProposal(
  tx: Writing,
  closing: Omit<Closing, 'outcome'> & {
    outcome: Exclude<ProposalOutcome, 'confirmed'>
  },
): Promise<boolean> {
  const { id, outcome, by, at, why = '' } = closing
  const closed = await tx
    .updateTable('moderation.proposal')
    .set({ outcome, closed_by: by, closed_at: at, why })
    .where('id', '=', id)
    .where('outcome', 'is', null)
    .$if(outcome !== 'overtaken', (query) => query.where('by', outcome === 'taken-back' ? '=' : '<>', by))
    .executeTakeFirst()
  return closed.numUpdatedRows === 1n
}

/** Ends it by the decision that withholds. */
export async function confirmProposal(
  tx: Writing,
  { id, by, at }: Omit<Closing, 'outcome' | 'why'>,
  decision: DecisionId,
): Promise<boolean> {
  const closed = await tx
    .updateTable('moderation.proposal')
    .set({ outcome: 'confirmed', closed_by: by, closed_at: at, decision_id: decision })
    .where('id', '=', id)
    .where('outcome', 'is', null)
    .where('by', '<>', by)
    .executeTakeFirst()
  return closed.numUpdatedRows === 1n
}

/** When each of these decisions was proposed, by its id. */
export async function proposedAt(
  db: Reading,
  decisions: readonly DecisionId[],
): Promise<ReadonlyMap<DecisionId, Instant>> {
  if (decisions.length === 0) return new Map()
  const rows = await db
    .selectFrom('moderation.proposal')
    .select(['decision_id', 'at'])
    .where('decision_id', 'in', [...decisions])
    .execute()
  return new Map(rows.flatMap(({ decision_id, at }) => (decision_id ? [[decision_id, at] as const] : [])))
}

/** Proposals that were turned down, the newest first. */
export async function listTurnedDown(
  db: Reading,
  process: Id<'process'>,
  limit: number,
): Promise<TurnedDown[]> {
  const rows = await db
    .selectFrom('moderation.proposal')
    .selectAll()
    .where('process_id', '=', process)
    .where('outcome', '=', 'turned-down')
    .orderBy('closed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...toProposal(row), closedAt: row.closed_at ?? row.at, why: row.why }))
}

/** Takes out what was said about a thing that is erased; an open proposal ends with it. */
export async function eraseProposals(tx: Writing, about: Ref): Promise<void> {
  await tx
    .deleteFrom('moderation.proposal')
    .where('about_kind', '=', about.kind)
    .where('about_id', '=', about.id)
    .where('outcome', 'is', null)
    .execute()
  await sql`update moderation.proposal set explanation = '', why = ''
    where about_kind = ${about.kind} and about_id = ${about.id}`.execute(tx)
}
