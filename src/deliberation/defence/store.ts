import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/index.ts'
import { newId } from '../../platform/id.ts'
import type { Instant } from '../../platform/time.ts'
import type { DeliberationId } from '../deliberations/model.ts'
import type { VotingDatabase } from '../voting/services.ts'
import type { Arrivals } from './examine.ts'
import type { Finding, Judgment } from './model.ts'
import type { DefenceTables } from './tables.ts'

export type DefenceDatabase = VotingDatabase & DefenceTables
type Reading = Db<DefenceDatabase>

/** Who arrived when and from where; what stands for their networks is gone a day after voting ended. */
export async function listArrivals(db: Reading, deliberation: DeliberationId): Promise<Arrivals> {
  const { rows } = await sql<Arrivals>`
    select coalesce(array_agg(number order by number), '{}') as numbers,
      coalesce(array_agg((extract(epoch from joined_at) * 1000)::float8 order by number), '{}') as joined,
      coalesce(array_agg(encode(network, 'hex') order by number), '{}') as networks
    from deliberation.participant where deliberation_id = ${deliberation}`.execute(db)
  return rows[0] ?? { numbers: [], joined: [], networks: [] }
}

export interface Report {
  examinedAt: Instant
  findings: readonly Finding[]
}

export async function findReport(
  db: Db<DefenceTables>,
  deliberation: DeliberationId,
): Promise<Report | undefined> {
  const row = await db
    .selectFrom('deliberation.defence_report')
    .select(['examined_at', 'findings'])
    .where('deliberation_id', '=', deliberation)
    .executeTakeFirst()
  return row && { examinedAt: row.examined_at, findings: row.findings }
}

export async function saveReport(
  tx: Tx<DefenceTables>,
  id: DeliberationId,
  { examinedAt, findings }: Report,
): Promise<void> {
  const values = { examined_at: examinedAt, findings: JSON.stringify(findings) }
  await tx
    .insertInto('deliberation.defence_report')
    .values({ deliberation_id: id, ...values })
    .onConflict((conflict) => conflict.column('deliberation_id').doUpdateSet(values))
    .execute()
}

/** What was decided of findings, in the order in which it was. */
export async function listJudgments(
  db: Db<DefenceTables>,
  deliberation: DeliberationId,
): Promise<Judgment[]> {
  return db
    .selectFrom('deliberation.finding_judgment')
    .select(['finding', 'flagged', 'people', 'reason', 'at'])
    .where('deliberation_id', '=', deliberation)
    .orderBy('place')
    .execute()
}

export async function insertJudgment(
  tx: Tx<DefenceTables>,
  deliberation: DeliberationId,
  judgment: Judgment,
): Promise<void> {
  await tx
    .insertInto('deliberation.finding_judgment')
    .values({
      id: newId<'finding-judgment'>(judgment.at.getTime()),
      deliberation_id: deliberation,
      ...judgment,
    })
    .execute()
}

/** Destroys what stands for networks, and the keys with which it was made, of deliberations that ended before a moment. */
export async function forgetNetworks(tx: Tx<DefenceDatabase>, before: Instant): Promise<void> {
  const { rows } = await sql<{ id: DeliberationId }>`
    update deliberation.deliberation set network_key = null
    where network_key is not null and published_at is not null and closes_at < ${before} returning id`.execute(
    tx,
  )
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return
  await sql`update deliberation.participant set network = null
    where deliberation_id = any(${ids}::uuid[]) and network is not null`.execute(tx)
}
