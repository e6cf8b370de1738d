import type { VNode } from 'preact'
import type { Actor } from '../../participants/index.ts'
import { type OfferedPart, offerPart, refKey } from '../../platform/html/index.ts'
import { useWords } from '../../platform/i18n/index.ts'
import { parseId } from '../../platform/id.ts'
import type { Services } from '../../platform/services.ts'
import { findProcess, type Process } from '../../processes/index.ts'
import { listRequests, type RequestForComment, type RequestId } from '../../requests/index.ts'
import type { DecidingTables } from './decide-issues.ts'
import { type IssueDecision, keyOf, type Proposal } from './model.ts'
import { Outcome } from './pages/decision.tsx'
import type { IssuesDb } from './services.ts'
import { listDecisions, listProposals, numbersOfAnswers } from './store.ts'
import { words } from './words.ts'

/** What proposals and decisions add to the pages of comments and issues: the way from one to the other. */
export function issuesParts({ db }: Pick<Services<DecidingTables>, 'db'>): OfferedPart<Actor>[] {
  return [besideComment(db), besideIssue(db)]
}

interface Home {
  request: RequestForComment
  process: Process
}

async function homesOf(db: IssuesDb, ids: readonly RequestId[]): Promise<ReadonlyMap<RequestId, Home>> {
  const requests = ids.length > 0 ? (await listRequests(db)).filter(({ id }) => ids.includes(id)) : []
  const homes = await Promise.all(
    requests.map(async (request): Promise<[RequestId, Home][]> => {
      const process = await findProcess(db, request.processId)
      return process ? [[request.id, { request, process }]] : []
    }),
  )
  return new Map(homes.flat())
}

interface Proposed extends Home {
  proposals: readonly { proposal: Proposal; decision: IssueDecision | undefined }[]
}

function besideComment(db: IssuesDb): OfferedPart<Actor> {
  return offerPart<Actor, Proposed>({
    place: 'beside-comment',
    async load(refs) {
      const comments = refs.flatMap((ref) => parseId<'comment'>(ref.id) ?? [])
      const proposals = await listProposals(db, { comments })
      const homes = await homesOf(db, [...new Set(proposals.map(({ request }) => request))])
      const decisions = await Promise.all([...homes.keys()].map((request) => listDecisions(db, { request })))
      const last = new Map<string, IssueDecision>()
      for (const decision of decisions.flat())
        for (const one of decision.about) last.set(keyOf(one), decision)
      const byComment = Map.groupBy(proposals, ({ commentId }) => commentId)
      return new Map(
        [...byComment].flatMap(([id, own]) => {
          const home = own[0] && homes.get(own[0].request)
          const told = own.map((proposal) => ({ proposal, decision: last.get(keyOf(proposal)) }))
          return home ? [[refKey({ kind: 'comment', id }), { ...home, proposals: told }]] : []
        }),
      )
    },
    render: (proposed) => <BesideComment {...proposed} />,
  })
}

function BesideComment({ request, process, proposals }: Proposed) {
  const t = useWords(words)
  const page = `/requests/${request.docket}/issues`
  return (
    <ul class="govuk-list">
      {proposals.map(({ proposal, decision }) => (
        <li key={keyOf(proposal)}>
          {t.rich('besideProposal', {
            title: proposal.title || t('leftOut'),
            decision: (): VNode =>
              decision ? (
                <span key="decision">
                  <Outcome {...{ decision, process }} />{' '}
                  <a href={`${page}#decision-${decision.id}`}>{t('besideReason')}</a>
                </span>
              ) : (
                <a key="decision" href={`${page}#proposed`}>
                  {t('besideUndecided')}
                </a>
              ),
          })}
        </li>
      ))}
    </ul>
  )
}

interface Origin {
  docket: string
  decision: IssueDecision
  comments: readonly string[]
}

/** Beside an issue of the process: which comments proposed it, or what was decided about it. */
function besideIssue(db: IssuesDb): OfferedPart<Actor> {
  return offerPart<Actor, readonly Origin[]>({
    place: 'beside-issue',
    async load(refs) {
      const issues = refs.flatMap((ref) => parseId<'issue'>(ref.id) ?? [])
      const decisions = await listDecisions(db, { issues })
      const homes = await homesOf(db, [...new Set(decisions.map(({ request }) => request))])
      const numbers = await numbersOfAnswers(
        db,
        decisions.flatMap(({ about }) => about),
      )
      const told = decisions.flatMap((decision) => {
        const home = homes.get(decision.request)
        if (!decision.issue || !home) return []
        const comments = decision.about.flatMap(({ answer }) => numbers.get(answer) ?? [])
        const origin = { docket: home.request.docket, decision, comments: [...new Set(comments)].sort() }
        return [{ issue: decision.issue.id, origin }]
      })
      const byIssue = Map.groupBy(told, ({ issue }) => issue)
      return new Map(
        [...byIssue].map(([id, own]) => [refKey({ kind: 'issue', id }), own.map(({ origin }) => origin)]),
      )
    },
    render: (origins) => <BesideIssue origins={origins} />,
  })
}

function BesideIssue({ origins }: { origins: readonly Origin[] }) {
  const t = useWords(words)
  return (
    <ul class="govuk-list">
      {origins.map(({ docket, decision, comments }) => (
        <li key={decision.id}>
          {comments.length > 0 && (
            <>
              {t('proposedInComments', { count: comments.length })}{' '}
              {comments.map((number, at) => (
                <span key={number}>
                  {at > 0 && ', '}
                  <a class="parley-number" href={`/comments/${number}`}>
                    {number}
                  </a>
                </span>
              ))}
              {'. '}
            </>
          )}
          {comments.length === 0 && decision.subject === 'proposed' && (
            <>{t(decision.about.length === 0 ? 'onErased' : 'onNotPosted')}. </>
          )}
          {t(`outcome-${decision.outcome}`)}.{' '}
          <a href={`/requests/${docket}/issues#decision-${decision.id}`}>{t('besideReason')}</a>
        </li>
      ))}
    </ul>
  )
}
