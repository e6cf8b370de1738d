import type { ModerationTables } from '../../moderation/index.ts'
import type { Actor, ParticipantsTables } from '../../participants/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { InsetText, type OfferedPart, offerPart, refKey } from '../../platform/html/index.ts'
import { useWords } from '../../platform/i18n/index.ts'
import { parseId } from '../../platform/id.ts'
import type { Ref } from '../../platform/ref.ts'
import type { Services } from '../../platform/services.ts'
import type { ProcessesTables } from '../../processes/index.ts'
import type { RequestForComment, RequestsTables } from '../../requests/index.ts'
import type { CommentTables } from '../comments/tables.ts'
import { listModerated } from '../posting/posting-parts.tsx'
import { countOpen } from './deciding/store.ts'
import { listWithoutName, numbersOf } from './store.ts'
import type { ClaimTables } from './tables.ts'
import { vouchPart } from './vouching/vouch-part.tsx'
import { words } from './words.ts'

type Tables = ClaimTables &
  CommentTables &
  RequestsTables &
  ProcessesTables &
  ParticipantsTables &
  ModerationTables
type Reading = Db<Tables>

/** What claims add to the pages of others. */
export function claimsParts(services: Services<Tables>): OfferedPart<Actor>[] {
  const { db } = services
  return [
    wayToClaim(db),
    nameTakenOff(db),
    vouchPart(services),
    claimsWaiting(db, 'docket-counts'),
    claimsWaiting(db, 'waits-for-you'),
  ]
}

const commentsIn = (refs: readonly Ref[]) => refs.flatMap((ref) => parseId<'comment'>(ref.id) ?? [])

/** On every comment's own page: the way to object. */
function wayToClaim(db: Reading): OfferedPart<Actor> {
  return offerPart<Actor, string>({
    place: 'comment-ways',
    async load(refs) {
      const numbers = await numbersOf(db, commentsIn(refs))
      return new Map([...numbers].map(([id, number]) => [refKey({ kind: 'comment', id }), number]))
    },
    render: (number) => <WayToClaim number={number} />,
  })
}

function WayToClaim({ number }: { number: string }) {
  const t = useWords(words)
  return (
    <p class="parley-noprint">
      <a href={`/comments/${number}/claim`} rel="nofollow">
        {t('notMine')}
      </a>
    </p>
  )
}

/** Wherever a posted comment stands whose name was taken off: why it has none. */
function nameTakenOff(db: Reading): OfferedPart<Actor> {
  return offerPart<Actor, true>({
    place: 'beside-comment',
    async load(refs) {
      const ids = await listWithoutName(db, commentsIn(refs))
      return new Map(ids.map((id) => [refKey({ kind: 'comment', id }), true]))
    },
    render: () => <NameTakenOff />,
  })
}

function NameTakenOff() {
  const t = useWords(words)
  return <InsetText>{t('takenOff')}</InsetText>
}

interface Waiting {
  request: RequestForComment
  count: number
}

function claimsWaiting(db: Reading, place: 'docket-counts' | 'waits-for-you'): OfferedPart<Actor> {
  return offerPart<Actor, Waiting>({
    place,
    async load(refs, viewer) {
      const moderated = await listModerated(db, refs, viewer)
      const counts = await countOpen(
        db,
        moderated.map(({ id }) => id),
      )
      const waiting = moderated.flatMap((request) => {
        const count = counts.get(request.id)
        return count === undefined ? [] : [{ request, count }]
      })
      return new Map(waiting.map((one) => [refKey({ kind: 'request', id: one.request.id }), one]))
    },
    render: (waiting) => <ClaimsWaiting {...waiting} titled={place === 'waits-for-you'} />,
  })
}

function ClaimsWaiting({ request, count, titled }: Waiting & { titled: boolean }) {
  const t = useWords(words)
  return (
    <p>
      <a href={`/requests/${request.docket}/claims`}>
        <strong>{t('claimsWaiting', { count })}</strong>
      </a>
      {titled && `: ${request.title}`}
    </p>
  )
}
