import { type Actor, decide } from '../../participants/index.ts'
import { type OfferedPart, offerPart, refKey } from '../../platform/html/index.ts'
import { useWords } from '../../platform/i18n/index.ts'
import type { Ref } from '../../platform/ref.ts'
import { listRequests, type RequestForComment } from '../../requests/index.ts'
import { codingPolicy } from './access.ts'
import { countToRead } from './readings/store.ts'
import type { CodingDb } from './services.ts'
import { words } from './words.ts'

interface Waiting {
  request: RequestForComment
  count: number
}

/** The requests among these where the viewer may do this. */
async function allowedIn(db: CodingDb, refs: readonly Ref[], viewer: Actor, action: string) {
  if (viewer.person === undefined) return []
  return (await listRequests(db)).filter(
    ({ id, processId }) =>
      refs.some((ref) => ref.id === id) && decide(codingPolicy, viewer, action, { process: processId }),
  )
}

/** Leads to the comments that wait, from the first page those who code, from the docket all who are on the bench. */
export function codingParts(db: CodingDb): OfferedPart<Actor>[] {
  const part = (place: 'docket-counts' | 'waits-for-you', action: string, least: number) =>
    offerPart<Actor, Waiting>({
      place,
      async load(refs, viewer) {
        const requests = await allowedIn(db, refs, viewer, action)
        const ids = requests.map(({ id }) => id)
        const counts = await countToRead(db, ids, viewer.person)
        const waiting = requests.map((request) => ({ request, count: counts.get(request.id) ?? 0 }))
        return new Map(
          waiting
            .filter(({ count }) => count >= least)
            .map((one) => [refKey({ kind: 'request', id: one.request.id }), one]),
        )
      },
      render: (waiting) => <CommentsToCode {...waiting} titled={place === 'waits-for-you'} />,
    })
  return [part('docket-counts', 'coding.read', 0), part('waits-for-you', 'excerpt.code', 1)]
}

function CommentsToCode({ request, count, titled }: Waiting & { titled: boolean }) {
  const t = useWords(words)
  return (
    <p>
      <a href={`/requests/${request.docket}/coding`}>
        <strong>{count > 0 ? t('waitsForYou', { count }) : t('codingOf')}</strong>
      </a>
      {titled && `: ${request.title}`}
    </p>
  )
}
