import type { Db } from '../../platform/db/index.ts'
import type { DeliberationId } from '../deliberations/model.ts'
import { judge } from './model.ts'
import { findReport, listJudgments } from './store.ts'
import type { DefenceTables } from './tables.ts'

/** The findings of a deliberation as they stand, and when its votes were looked at. */
export async function findJudged(db: Db<DefenceTables>, id: DeliberationId) {
  const report = await findReport(db, id)
  const findings = judge(report?.findings ?? [], await listJudgments(db, id))
  return { findings, examinedAt: report?.examinedAt }
}
