import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import {
  type Actor,
  decide,
  listStakeholderGroups,
  type ParticipantsTables,
} from '../../participants/index.ts'
import { NotFound } from '../../platform/errors.ts'
import { sendPage } from '../../platform/http/index.ts'
import type { Services } from '../../platform/services.ts'
import { circumstancesOf } from '../../processes/index.ts'
import { findSeenRequest } from '../../requests/index.ts'
import { issuesPolicy } from './access.ts'
import { answerOf } from './answer.ts'
import { checkDecision, chosenProposals, type DecisionForm, type DecisionProblems } from './check-decision.ts'
import { type DecidingTables, decideIssues } from './decide-issues.ts'
import { decisionForm } from './decision-form.ts'
import { putTogether, takeApart } from './group-proposals.ts'
import { issuesCsv } from './issues-csv.ts'
import { type CountRankings, rankingsKept } from './keep-rankings.ts'
import { DecidePage } from './pages/decide-page.tsx'
import { IssuesPage } from './pages/issues-page.tsx'
import { readIssues } from './read-issues.ts'
import { IssuesAnswer } from './schemas.ts'

export type IssuesServices = Services<DecidingTables & ParticipantsTables>

interface Counting extends IssuesServices {
  countRankings: CountRankings
}

const params = Type.Object({ docket: Type.String({ maxLength: 80 }) })
const reading = { action: 'issue.read' }

/** The request with what it asked, heard and decided; not there where it asks for no issues. */
async function seen({ db, countRankings }: Counting, request: FastifyRequest) {
  const { docket } = request.params as { docket: string }
  const about = await findSeenRequest(db, request.viewer, docket)
  const found = await readIssues(db, about.request, countRankings)
  if (!found) throw new NotFound('This request asks for no issues.')
  return { ...about, found }
}

type Seen = Awaited<ReturnType<typeof seen>>

export const issuesRoutes: FastifyPluginAsyncTypebox<IssuesServices> = async (app, given) => {
  const services = { ...given, countRankings: rankingsKept() }
  const { db, clock } = services
  const path = '/requests/:docket/issues'

  app.get(path, { config: reading, schema: { params } }, async (request, reply) => {
    const about = await seen(services, request)
    const { processId: process } = about.request
    const mayDecide = decide(issuesPolicy, request.viewer, 'issue.decide', { process })
    const groups = await listStakeholderGroups(db)
    return sendPage(reply, <IssuesPage {...about} {...{ groups, mayDecide }} now={clock.now()} />)
  })

  app.get(`${path}.csv`, { config: reading, schema: { params } }, async (request, reply) => {
    const { found, request: about } = await seen(services, request)
    reply.header('content-disposition', `attachment; filename="${about.docket}-issues.csv"`)
    return reply.type('text/csv; charset=utf-8').send(issuesCsv(found))
  })

  const response = { 200: IssuesAnswer }
  const api = {
    tags: ['Requests for comment'],
    summary: 'Issues asked, proposed and decided',
    params,
    response,
  }
  app.get('/api/requests/:docket/issues', { config: reading, schema: api }, async (request) => {
    const { found, request: about } = await seen(services, request)
    return answerOf(about.docket, found)
  })

  const circumstances = async ({ viewer, params: named }: FastifyRequest) => {
    const { docket } = named as { docket: string }
    return circumstancesOf((await findSeenRequest(db, viewer, docket)).process, clock.now())
  }
  const deciding = { config: { action: 'issue.decide', circumstances }, schema: { params } }

  app.get(`${path}/decide`, deciding, async (request, reply) =>
    sendDecide(reply, services, await seen(services, request), decisionForm({})),
  )

  app.post(`${path}/decide`, deciding, async (request, reply) => {
    const about = await seen(services, request)
    const form = decisionForm(request.body)
    const problems = await act(services, request, about, form)
    if (problems) return sendDecide(reply, services, await seen(services, request), form, problems)
    return reply.redirect(`/requests/${about.request.docket}/issues`, 303)
  })
}

function sendDecide(
  reply: FastifyReply,
  { clock }: IssuesServices,
  about: Seen,
  form: DecisionForm,
  problems?: DecisionProblems,
) {
  const status = problems ? 422 : 200
  return sendPage(reply, <DecidePage {...about} {...{ form, problems }} now={clock.now()} />, status)
}

const notAsSeen: DecisionProblems = new Map([['proposals', 'notAsSeen']])
const decidedSince: DecisionProblems = new Map([['proposals', 'decidedSince']])

/** Does what the pressed button says; answers what is to be mended. */
async function act(
  services: IssuesServices,
  { viewer }: FastifyRequest,
  about: Seen,
  form: DecisionForm,
): Promise<DecisionProblems | undefined> {
  const { db, clock } = services
  const { request, found } = about
  const order = { request, at: clock.now(), proposals: chosenProposals(form.proposals, found.topics) }
  if (form.act === 'together') {
    const problems = togetherProblems(form, order.proposals.length)
    if (problems) return problems
    return (await putTogether(db, viewer, order, form.heading.trim())) === 'done' ? undefined : notAsSeen
  }
  if (form.act === 'apart') {
    if (order.proposals.length === 0) return new Map([['proposals', 'nothingChosen']])
    await takeApart(db, viewer, order)
    return undefined
  }
  return publishDecision(services, viewer, about, form)
}

async function publishDecision(
  { db, clock }: IssuesServices,
  viewer: Actor,
  { request, process, found }: Seen,
  form: DecisionForm,
): Promise<DecisionProblems | undefined> {
  const known = process.issues.map(({ number }) => number)
  const checked = checkDecision(form, found.topics, found.question.issues, known)
  if ('problems' in checked) return checked.problems
  const about = { request, process, at: clock.now() }
  const decided = await decideIssues(db, viewer, about, checked.decidable, form.seen)
  if (decided === 'decided') return undefined
  return decided === 'not-as-seen' ? notAsSeen : decidedSince
}

function togetherProblems({ heading }: DecisionForm, chosen: number): DecisionProblems | undefined {
  if (chosen < 2) return new Map([['proposals', 'twoNeeded']])
  if (heading.trim() === '') return new Map([['heading', 'headingMissing']])
  return heading.length > 300 ? new Map([['heading', 'tooLong']]) : undefined
}
