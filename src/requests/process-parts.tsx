import type { VNode } from 'preact'
import type { Actor } from '../participants/index.ts'
import type { OfferedPart } from '../platform/html/index.ts'
import { offerPart, refKey } from '../platform/html/index.ts'
import type { Instant } from '../platform/time.ts'
import { findProcess, type Process } from '../processes/index.ts'
import type { RequestForComment } from './model.ts'
import { ProcessRequests } from './pages/process-requests.tsx'
import { ProcessTimeline } from './pages/process-timeline.tsx'
import { may, maySee, type Reading } from './seen.ts'
import { listRequests } from './store.ts'
import { eventsOf } from './timeline.ts'

interface Loaded {
  process: Process
  requests: readonly RequestForComment[]
  mayCreate: boolean
}

/** What a process page shows of its requests: the list, and what happened so far. */
export function processParts({ db, clock }: Reading): OfferedPart<Actor>[] {
  const part = (
    place: 'process-requests' | 'process-timeline',
    render: (loaded: Loaded, now: Instant) => VNode,
  ) =>
    offerPart<Actor, Loaded>({
      place,
      async load(refs, viewer) {
        const entries = await Promise.all(
          refs.map(async (ref) => {
            const process = await findProcess(db, ref.id)
            if (!process) return []
            const all = await listRequests(db, process.id)
            const requests = all.filter((request) => maySee(viewer, request))
            const mayCreate = may(viewer, 'request.create', process.id)
            return [[refKey(ref), { process, requests, mayCreate }] as const]
          }),
        )
        return new Map(entries.flat())
      },
      render: (loaded) => render(loaded, clock.now()),
    })
  return [
    part('process-requests', (loaded, now) => <ProcessRequests {...loaded} now={now} />),
    part('process-timeline', ({ process, requests }, now) => (
      <ProcessTimeline events={eventsOf(process, requests, now)} zone={process.zone} />
    )),
  ]
}
