import { type Actor, decide } from '../../participants/index.ts'
import { type OfferedPart, offerPart, refKey } from '../../platform/html/index.ts'
import { useWords } from '../../platform/i18n/index.ts'
import { listRequests, type RequestForComment } from '../../requests/index.ts'
import { codingPolicy } from './access.ts'
import { countToRead } from './readings/store.ts'
import type { CodingDb } from './services.ts'
import { words } from './words.ts'

interface Waiting {
  request: RequestForComment
  count: number
}

/** Leads those who code to the comments that wait for them, from the first page and from the docket. */
export function codingParts(db: CodingDb): OfferedPart<Actor>[] {
  const part = (place: 'docket-counts' | 'waits-for-you') =>
    offerPart<Actor, Waiting>({
      place,
      async load(refs, viewer) {
        if (viewer.person === undefined) return new Map()
        const coded = (await listRequests(db)).filter(
          ({ id, processId }) =>
            refs.some((ref) => ref.id === id) &&
            decide(codingPolicy, viewer, 'excerpt.code', { process: processId }),
        )
        const ids = coded.map(({ id }) => id)
        const counts = await countToRead(db, ids, viewer.person)
        const waiting = coded.map((request) => ({ request, count: counts.get(request.id) ?? 0 }))
        return new Map(
          waiting
            .filter(({ count }) => count > 0)
            .map((one) => [refKey({ kind: 'request', id: one.request.id }), one]),
        )
      },
      render: (waiting) => <CommentsToCode {...waiting} titled={place === 'waits-for-you'} />,
    })
  return [part('docket-counts'), part('waits-for-you')]
}

function CommentsToCode({ request, count, titled }: Waiting & { titled: boolean }) {
  const t = useWords(words)
  return (
    <p>
      <a href={`/requests/${request.docket}/coding`}>
        <strong>{t('waitsForYou', { count })}</strong>
      </a>
      {titled && `: ${request.title}`}
    </p>
  )
}
