import type { Actor } from '../../participants/index.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Instant } from '../../platform/time.ts'
import type { Issue, Process } from '../../processes/index.ts'
import { findSeenRequest, type RequestForComment } from '../../requests/index.ts'
import type { SummariesServices } from './services.ts'

/** A request, its process, and the moment at which its page is made. */
export interface Place {
  request: RequestForComment
  process: Process
  now: Instant
}

export interface Where extends Place {
  issue: Issue
}

export async function placeOf(
  { db, clock }: Pick<SummariesServices, 'db' | 'clock'>,
  viewer: Actor,
  docket: string,
): Promise<Place> {
  return { ...(await findSeenRequest(db, viewer, docket)), now: clock.now() }
}

/** The issue by its number in the process. */
export async function whereOf(
  services: Pick<SummariesServices, 'db' | 'clock'>,
  viewer: Actor,
  { docket, issue: numbered }: { docket: string; issue: string },
): Promise<Where> {
  const place = await placeOf(services, viewer, docket)
  const issue = place.process.issues.find(({ number }) => String(number) === numbered)
  if (!issue) throw new NotFound('No such issue.')
  return { ...place, issue }
}
