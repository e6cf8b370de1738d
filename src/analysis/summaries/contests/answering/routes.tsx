import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { NotFound } from '../../../../platform/errors.ts'
import { sendPage } from '../../../../platform/http/index.ts'
import { parseId } from '../../../../platform/id.ts'
import { contestAddress } from '../../addresses.ts'
import { consumes } from '../../drafting/in-process.ts'
import { mayIn } from '../../guard.ts'
import { AnswerForm, ContestAddress, DocketAddress, listOf, ScreenForm } from '../../schemas.ts'
import type { SummariesServices } from '../../services.ts'
import { placeOf } from '../../where.ts'
import type { WordKey } from '../../words.ts'
import { answerContest } from '../answer-contest.ts'
import { AnswerPage, type AnswerPageProps } from '../pages/answer-page.tsx'
import { ContestsPage } from '../pages/contests-page.tsx'
import { readContest } from '../read-contest.ts'
import { screenContest } from '../screen-contest.ts'
import { findContest, listContests } from '../store.ts'
import { checkAnswer } from './check-answer.ts'
import { whoAnswers } from './who-answers.ts'

type App = Parameters<FastifyPluginAsyncTypebox<SummariesServices>>[0]
interface Guarded {
  action: string
  circumstances(request: FastifyRequest): Promise<{ process: string }>
}

type Params = { docket: string; contest: string }

/** Contests: listed, screened and answered. */
export const answeringRoutes: FastifyPluginAsyncTypebox<SummariesServices> = async (app, services) => {
  const circumstances = async ({ viewer, params }: FastifyRequest) => ({
    process: (await placeOf(services, viewer, (params as Params).docket)).process.id,
  })
  const listing = { action: 'contest.list', circumstances }
  const path = '/requests/:docket/contests'
  app.get(path, { config: listing, schema: { params: DocketAddress } }, async ({ viewer, params }, reply) => {
    const place = await placeOf(services, viewer, params.docket)
    const contests = await listContests(services.db, { request: place.request.id })
    return sendPage(reply, <ContestsPage {...place} contests={contests} />)
  })
  app.get(`${path}/:contest`, { config: listing, schema: { params: ContestAddress } }, (request, reply) =>
    sendContest(services, request, reply, {}),
  )
  screeningRoute(app, services, { action: 'contest.screen', circumstances })
  answerRoute(app, services, { action: 'contest.answer', circumstances })
}

function screeningRoute(app: App, services: SummariesServices, config: Guarded) {
  const schema = { params: ContestAddress, body: ScreenForm, consumes }
  app.post('/requests/:docket/contests/:contest/screening', { config, schema }, async (request, reply) => {
    const { where, contest } = await found(services, request)
    const { seen, act, reason: code = '' } = request.body
    const { reasons } = await readContest(services.db, where, contest, request.viewer.person)
    const reason = act === 'withhold' ? reasons.find((one) => one.code === code)?.code : undefined
    const again = (problem: WordKey) => sendContest(services, request, reply, { problem })
    if (act === 'withhold' && !reason) return again('reasonMissing')
    const order = { contest: contest.id, seen, act, reason, at: where.now }
    const done = await screenContest(services.db, request.viewer, order)
    return done === 'screened'
      ? reply.redirect(contestAddress(where.request.docket, contest.id), 303)
      : again('changed-meanwhile')
  })
}

function answerRoute(app: App, services: SummariesServices, config: Guarded) {
  const schema = { params: ContestAddress, body: AnswerForm, consumes }
  app.post('/requests/:docket/contests/:contest', { config, schema }, async (request, reply) => {
    const { where, contest } = await found(services, request)
    const { act, seen, answer = '', text = '', cites } = request.body
    const typed = { answer, text, cites: listOf(cites) }
    const again = (problem: WordKey) => sendContest(services, request, reply, { typed, problem })
    const { current } = await readContest(services.db, where, contest, request.viewer.person)
    const checked = checkAnswer({ act, ...typed }, current !== undefined || contest.line !== null)
    if (typeof checked === 'string') return again(checked)
    const drafting = { ...where, actor: request.viewer, at: where.now }
    const done = await answerContest(services.db, drafting, { contest: contest.id, seen, ...checked })
    return done === 'done'
      ? reply.redirect(contestAddress(where.request.docket, contest.id), 303)
      : again(done)
  })
}

async function found(services: SummariesServices, { viewer, params }: FastifyRequest) {
  const { docket, contest: named } = params as Params
  const place = await placeOf(services, viewer, docket)
  const id = parseId<'contest'>(named)
  const contest = id && (await findContest(services.db, id))
  const issue = place.process.issues.find((one) => one.id === contest?.issue)
  if (!contest || !issue || contest.request !== place.request.id) throw new NotFound('No such contest.')
  return { where: { ...place, issue }, contest }
}

type Again = Partial<Pick<AnswerPageProps, 'typed' | 'problem'>>

async function sendContest(
  services: SummariesServices,
  request: FastifyRequest,
  reply: FastifyReply,
  { typed, problem }: Again,
) {
  const { viewer } = request
  const { where, contest } = await found(services, request)
  const read = await readContest(services.db, where, contest, viewer.person)
  const { text = '', citations = [] } = read.current ?? {}
  const props = {
    ...{ ...where, ...read, problem },
    typed: typed ?? { answer: '', text, cites: citations.map(({ excerpt }) => excerpt) },
    mayAnswer: mayIn(viewer, 'contest.answer', where.process.id),
    who: await whoAnswers(services.db, contest, viewer.person),
    mayScreen: mayIn(viewer, 'contest.screen', where.process.id),
  }
  reply.header('cache-control', 'private, no-store')
  return sendPage(reply, <AnswerPage {...props} />, statusOf(problem))
}

const conflicts: readonly (WordKey | undefined)[] = [
  'published-it',
  'answered-meanwhile',
  'changed-meanwhile',
]

function statusOf(problem: WordKey | undefined): number {
  if (problem === undefined) return 200
  return conflicts.includes(problem) ? 409 : 422
}
