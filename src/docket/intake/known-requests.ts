import {
  listStakeholderGroups,
  type ParticipantsTables,
  type StakeholderGroup,
} from '../../participants/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Clock } from '../../platform/time.ts'
import { findProcess, type Process, type ProcessesTables } from '../../processes/index.ts'
import { findRequest, type RequestForComment, type RequestsTables } from '../../requests/index.ts'

export interface KnownRequest {
  request: RequestForComment
  process: Process
  groups: readonly StakeholderGroup[]
}

type Reading = Db<RequestsTables & ProcessesTables & ParticipantsTables>

/** So long a request may be shown as it was: a thousand comments a second need not ask for it a thousand times. */
const fresh = 1000
const most = 200

/** Finds requests by docket number, and asks the database at most once a second for each. */
export function knownRequests(
  db: Reading,
  clock: Clock,
): (docket: string) => Promise<KnownRequest | undefined> {
  const known = new Map<string, { until: number; found: Promise<KnownRequest | undefined> }>()
  return (docket) => {
    const now = clock.now().getTime()
    const kept = known.get(docket)
    if (kept && now < kept.until) return kept.found
    const found = find(db, docket)
    if (known.size >= most) known.clear()
    known.set(docket, { until: now + fresh, found })
    found.catch(() => known.delete(docket))
    return found
  }
}

async function find(db: Reading, docket: string): Promise<KnownRequest | undefined> {
  const request = await findRequest(db, docket)
  const process = request && (await findProcess(db, request.processId))
  return process && { request, process, groups: await listStakeholderGroups(db) }
}
