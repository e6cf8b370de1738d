import type { Actor } from '../../participants/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Instant } from '../../platform/time.ts'
import { append } from '../../record/index.ts'
import type { Seen } from '../deliberations/seen.ts'
import { type DefenceDatabase, findReport, insertJudgment } from './store.ts'

export interface Verdict {
  finding: string
  flagged: boolean
  reason: string
}

/** Flags the people of a finding, or takes them out of the flagged: the decision and its entry at once. */
export function judgeFinding(
  db: Db<DefenceDatabase>,
  { process, deliberation }: Seen,
  { person: by }: Actor,
  { finding, flagged, reason }: Verdict,
  at: Instant,
): Promise<'judged' | 'gone'> {
  return db.transaction().execute(async (tx) => {
    const found = (await findReport(tx, deliberation.id))?.findings.find(({ key }) => key === finding)
    if (!found) return 'gone'
    const people = found.people.length
    await insertJudgment(tx, deliberation.id, { finding, flagged, people, reason, at })
    const about = { kind: 'deliberation', id: deliberation.id }
    const detail = { finding: found.kind, flagged, people, reason }
    await append(tx, { kind: 'finding-judged', about, process: process.id, by, at, detail })
    return 'judged'
  })
}
