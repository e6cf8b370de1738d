import type { Instant } from '../platform/time.ts'
import type { Process } from '../processes/index.ts'
import type { AnnouncedDeadline, RequestForComment } from './model.ts'

/** What a reader of the process is told, in the order in which it happened. */
export type TimelineEvent = { at: Instant } & (
  | { kind: 'process-published' }
  | { kind: 'stage-began'; title: string }
  | { kind: 'request-published' | 'request-closed'; request: RequestForComment }
  | { kind: 'request-extended'; request: RequestForComment; deadline: AnnouncedDeadline }
)

function eventsOfRequest(request: RequestForComment): TimelineEvent[] {
  const { publishedAt, deadline, deadlines } = request
  if (!publishedAt) return []
  return [
    { kind: 'request-published', at: publishedAt, request },
    ...deadlines
      .slice(1)
      .map((one): TimelineEvent => ({ kind: 'request-extended', at: one.setAt, request, deadline: one })),
    { kind: 'request-closed', at: deadline.at, request },
  ]
}

export function eventsOf(
  { publishedAt, stages }: Process,
  requests: readonly RequestForComment[],
  now: Instant,
): TimelineEvent[] {
  if (!publishedAt) return []
  const published: TimelineEvent = { kind: 'process-published', at: publishedAt }
  const began = stages.map(({ title, opens }): TimelineEvent => ({ kind: 'stage-began', at: opens, title }))
  return [published, ...began, ...requests.flatMap(eventsOfRequest)]
    .filter(({ at }) => at <= now)
    .sort((a, b) => a.at.getTime() - b.at.getTime())
}
