import { type Actor, decide } from '../../participants/index.ts'
import { type OfferedPart, offerPart, refKey } from '../../platform/html/index.ts'
import { useWords } from '../../platform/i18n/index.ts'
import { parseId } from '../../platform/id.ts'
import type { Ref } from '../../platform/ref.ts'
import { listRequests, type RequestForComment } from '../../requests/index.ts'
import { summariesPolicy } from './access.ts'
import { contestsAddress, summariesAddress, summaryAddress } from './addresses.ts'
import type { SummariesDb } from './services.ts'
import {
  countContests,
  countPublished,
  listContestable,
  listUsesInSummaries,
  type UseInSummary,
} from './uses/store.ts'
import { words } from './words.ts'

/** What summaries add to the pages of others. */
export function summariesParts(db: SummariesDb): OfferedPart<Actor>[] {
  return [usesPart(db), docketPart(db), waitingPart(db, 'docket-counts'), waitingPart(db, 'waits-for-you')]
}

interface Uses {
  number: string
  uses: readonly UseInSummary[]
}

/** On a comment's own page: the sentences that cite it, and the way to say that they misread it. */
const usesPart = (db: SummariesDb) =>
  offerPart<Actor, Uses>({
    place: 'comment-led-to',
    async load(refs) {
      const ids = refs.flatMap((ref) => parseId<'comment'>(ref.id) ?? [])
      const uses = Map.groupBy(await listUsesInSummaries(db, ids), ({ comment }) => comment)
      const numbers = await listContestable(db, ids)
      return new Map(
        numbers.map(({ id, number }) => [
          refKey({ kind: 'comment', id }),
          { number, uses: uses.get(id) ?? [] },
        ]),
      )
    },
    render: (loaded) => <UsedIn {...loaded} />,
  })

function UsedIn({ number, uses }: Uses) {
  const t = useWords(words)
  return (
    <>
      {uses.map(({ docket, issueNumber, issueTitle, sentence }) => (
        <p key={`${issueNumber} ${sentence}`}>
          <a href={`${summaryAddress(docket, issueNumber)}#sentence-${sentence}`}>
            {t('usedIn', { issue: issueNumber, title: issueTitle, sentence })}
          </a>
        </p>
      ))}
      <p class="parley-noprint">
        <a href={`/comments/${number}/contests`} rel="nofollow">
          {t('misread')}
        </a>
      </p>
    </>
  )
}

interface OfDocket {
  docket: string
  count: number
}

const requestsIn = async (db: SummariesDb, refs: readonly Ref[]): Promise<RequestForComment[]> =>
  (await listRequests(db)).filter(({ id }) => refs.some((ref) => ref.id === id))

/** On the docket: how many summaries are published; to those who write them also where they begin. */
const docketPart = (db: SummariesDb) =>
  offerPart<Actor, OfDocket>({
    place: 'docket-counts',
    async load(refs, viewer) {
      const requests = await requestsIn(db, refs)
      const counts = await countPublished(
        db,
        requests.map(({ id }) => id),
      )
      return new Map(
        requests.flatMap(({ id, docket, processId }) => {
          const count = counts.get(id) ?? 0
          const writes = decide(summariesPolicy, viewer, 'summary.read-draft', { process: processId })
          return count > 0 || writes ? [[refKey({ kind: 'request', id }), { docket, count }]] : []
        }),
      )
    },
    render: (loaded) => <DocketLine {...loaded} />,
  })

function DocketLine({ docket, count }: OfDocket) {
  const t = useWords(words)
  return (
    <p>
      <a href={summariesAddress(docket)}>{count > 0 ? t('summariesOf', { count }) : t('toSummaries')}</a>
    </p>
  )
}

interface Waiting {
  request: RequestForComment
  answers: number
  screens: number
}

/** What of the contests waits for this viewer. */
const waitingPart = (db: SummariesDb, place: 'docket-counts' | 'waits-for-you') =>
  offerPart<Actor, Waiting>({
    place,
    async load(refs, viewer) {
      if (viewer.person === undefined) return new Map()
      const requests = await requestsIn(db, refs)
      const counts = await countContests(
        db,
        requests.map(({ id }) => id),
      )
      const waiting = requests.map((request) => {
        const may = (action: string) =>
          decide(summariesPolicy, viewer, action, { process: request.processId })
        const { answers = 0, screens = 0 } = counts.get(request.id) ?? {}
        return {
          request,
          answers: may('contest.answer') ? answers : 0,
          screens: may('contest.screen') ? screens : 0,
        }
      })
      const some = waiting.filter(({ answers, screens }) => answers + screens > 0)
      return new Map(some.map((one) => [refKey({ kind: 'request', id: one.request.id }), one]))
    },
    render: (waiting) => <ContestsWaiting {...waiting} titled={place === 'waits-for-you'} />,
  })

function ContestsWaiting({ request, answers, screens, titled }: Waiting & { titled: boolean }) {
  const t = useWords(words)
  const lines = [
    answers > 0 && t('contestsWaiting', { count: answers }),
    screens > 0 && t('contestsToScreen', { count: screens }),
  ].filter((line) => line !== false)
  return (
    <>
      {lines.map((line) => (
        <p key={line}>
          <a href={contestsAddress(request.docket)}>
            <strong>{line}</strong>
          </a>
          {titled && `: ${request.title}`}
        </p>
      ))}
    </>
  )
}
