import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { findToModerate, senderRelations } from '../../../../docket/index.ts'
import { viewerOf } from '../../../../participants/index.ts'
import { NotFound } from '../../../../platform/errors.ts'
import { sendPage } from '../../../../platform/http/index.ts'
import { cleanText } from '../../../../platform/text/index.ts'
import { consumes } from '../../drafting/in-process.ts'
import { LONGEST_CONTEST } from '../../model.ts'
import { CommentAddress, ContestForm } from '../../schemas.ts'
import type { SummariesServices } from '../../services.ts'
import { placeOf } from '../../where.ts'
import type { WordKey } from '../../words.ts'
import { makeContest } from '../make-contest.ts'
import { ContestPage } from '../pages/contest-page.tsx'
import { type Contestable, readContestable } from '../read-contestable.ts'
import { listContests } from '../store.ts'
import { isPosted } from './store.ts'

const numberIn = ({ params }: FastifyRequest) => (params as { number: string }).number
const path = '/comments/:number/contests'

/** The sender of a comment says that a summary does not say what they said. */
export const contestingRoutes: FastifyPluginAsyncTypebox<SummariesServices> = async (app, services) => {
  const { db, clock } = services
  const circumstances = async (request: FastifyRequest) => ({
    relations: await senderRelations(db, numberIn(request), request, request.viewer),
  })
  const config = { action: 'contest.make', circumstances }
  // Whoever has neither key nor account is asked for the key, rather than to sign in.
  const onRequest = async (request: FastifyRequest, reply: FastifyReply) => {
    if (request.method !== 'GET') return
    const viewer = await viewerOf(services, request.cookies)
    if ((await senderRelations(db, numberIn(request), request, viewer)).length > 0) return
    const number = encodeURIComponent(numberIn(request))
    return reply.redirect(`/comment-key?number=${number}&leads=contests`, 303)
  }
  app.get(path, { config, onRequest, schema: { params: CommentAddress } }, (request, reply) =>
    sendContest(services, request, reply, {}),
  )

  const limited = { ...config, rateLimit: { max: 30, timeWindow: 10 * 60_000 } }
  const schema = { params: CommentAddress, body: ContestForm, consumes }
  app.post(path, { config: limited, schema }, async (request, reply) => {
    const typed = { about: request.body.about ?? '', words: request.body.words ?? '' }
    const again = (problem: WordKey) => sendContest(services, request, reply, { typed, problem })
    const { comment, contestable } = await found(services, request)
    const about = aboutOf(contestable, typed.about)
    const words = cleanText(typed.words).text.trim()
    if (!about) return again('aboutMissing')
    if (words === '') return again('contestWordsMissing')
    if (words.length > LONGEST_CONTEST) return again('contestWordsLong')
    const contesting = { ...about, comment: comment.id, words, at: clock.now() }
    const done = await makeContest(db, request.viewer, contesting)
    return done === 'made' ? reply.redirect(`/comments/${comment.number}/contests`, 303) : again(done)
  })
}

/** What was chosen: a sentence that cites the comment, or a whole summary. */
function aboutOf(contestable: readonly Contestable[], chosen: string) {
  for (const { summary, version, sentences } of contestable) {
    if (summary.id === chosen) return { summary, version, sentence: null }
    const sentence = sentences.find((one) => one.sentence.id === chosen)?.sentence.id
    if (sentence) return { summary, version, sentence }
  }
  return undefined
}

async function found(services: SummariesServices, request: FastifyRequest) {
  const number = numberIn(request)
  const comment = await findToModerate(services.db, number)
  if (!comment) throw new NotFound('No such comment.')
  const place = await placeOf(services, request.viewer, number.slice(0, number.lastIndexOf('-')))
  const { issues } = place.process
  return {
    ...place,
    comment,
    contestable: await readContestable(services.db, place.request, issues, comment.id),
  }
}

interface Again {
  typed?: { about: string; words: string }
  problem?: WordKey
}

async function sendContest(
  services: SummariesServices,
  request: FastifyRequest,
  reply: FastifyReply,
  { typed = { about: '', words: '' }, problem }: Again,
) {
  const { comment, ...about } = await found(services, request)
  const made = await listContests(services.db, { comment: comment.id })
  const props = {
    ...{ ...about, typed, problem, number: comment.number },
    made: made.map((one) => ({ ...one, withheldFor: [] })),
    isPosted: await isPosted(services.db, comment.id),
  }
  reply.header('cache-control', 'private, no-store').header('referrer-policy', 'no-referrer')
  return sendPage(reply, <ContestPage {...props} />, statusOf(problem))
}

const conflicts: readonly (WordKey | undefined)[] = ['open-already', 'too-many', 'not-posted']

function statusOf(problem: WordKey | undefined): number {
  if (problem === undefined) return 200
  return conflicts.includes(problem) ? 409 : 422
}
