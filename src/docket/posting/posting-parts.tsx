import { type Actor, decide } from '../../participants/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { type OfferedPart, offerPart, refKey } from '../../platform/html/index.ts'
import type { Ref } from '../../platform/ref.ts'
import type { ProcessesTables } from '../../processes/index.ts'
import { listRequests, type RequestForComment, type RequestsTables } from '../../requests/index.ts'
import { postingPolicy } from './access.ts'
import type { PostingTables } from './decide-comment.ts'
import { WaitingLine } from './pages/waiting-line.tsx'
import { countWaiting } from './store.ts'

interface Loaded {
  request: RequestForComment
  waiting: number
}

/** Those of these requests whose comments the viewer may moderate. */
export async function listModerated(
  db: Db<RequestsTables & ProcessesTables>,
  refs: readonly Ref[],
  viewer: Actor,
): Promise<RequestForComment[]> {
  if (viewer.person === undefined) return []
  return (await listRequests(db)).filter(
    ({ id, processId }) =>
      refs.some((ref) => ref.id === id) &&
      decide(postingPolicy, viewer, 'comment.moderate', { process: processId }),
  )
}

/** Leads those who may moderate to the comments that wait for them, from the first page and from the docket. */
export function postingParts(db: Db<PostingTables & RequestsTables & ProcessesTables>): OfferedPart<Actor>[] {
  const part = (place: 'docket-counts' | 'waits-for-you') =>
    offerPart<Actor, Loaded>({
      place,
      async load(refs, viewer) {
        const moderated = await listModerated(db, refs, viewer)
        const counts = await countWaiting(
          db,
          moderated.map(({ id }) => id),
        )
        const loaded = moderated.map((request) => ({ request, waiting: counts.get(request.id) ?? 0 }))
        return new Map(
          loaded
            .filter(({ waiting }) => waiting > 0)
            .map((one) => [refKey({ kind: 'request', id: one.request.id }), one]),
        )
      },
      render: (loaded) => <WaitingLine {...loaded} titled={place === 'waits-for-you'} />,
    })
  return [part('docket-counts'), part('waits-for-you')]
}
