import type { ModerationTables } from '../../moderation/index.ts'
import type { Actor } from '../../participants/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { type OfferedPart, offerPart, refKey } from '../../platform/html/index.ts'
import { useWords } from '../../platform/i18n/index.ts'
import type { ProcessesTables } from '../../processes/index.ts'
import type { RequestForComment, RequestsTables } from '../../requests/index.ts'
import type { CommentTables } from '../comments/tables.ts'
import { listModerated } from '../posting/posting-parts.tsx'
import { countOpenObjections } from './store.ts'
import { words } from './words.ts'

type Reading = Db<CommentTables & ModerationTables & RequestsTables & ProcessesTables>

interface Waiting {
  request: RequestForComment
  count: number
}

/** Leads those who moderate to the objections that wait, from the first page and from the docket. */
export function objectionsParts(db: Reading): OfferedPart<Actor>[] {
  const part = (place: 'docket-counts' | 'waits-for-you') =>
    offerPart<Actor, Waiting>({
      place,
      async load(refs, viewer) {
        const moderated = await listModerated(db, refs, viewer)
        const ids = moderated.map(({ id }) => id)
        const counts = await countOpenObjections(db, ids)
        const waiting = moderated.flatMap((request) => {
          const count = counts.get(request.id)
          return count === undefined ? [] : [{ request, count }]
        })
        return new Map(waiting.map((one) => [refKey({ kind: 'request', id: one.request.id }), one]))
      },
      render: (waiting) => <ObjectionsWaiting {...waiting} titled={place === 'waits-for-you'} />,
    })
  return [part('docket-counts'), part('waits-for-you')]
}

function ObjectionsWaiting({ request, count, titled }: Waiting & { titled: boolean }) {
  const t = useWords(words)
  return (
    <p>
      <a href={`/requests/${request.docket}/objections`}>
        <strong>{t('objectionsWaiting', { count })}</strong>
      </a>
      {titled && `: ${request.title}`}
    </p>
  )
}
