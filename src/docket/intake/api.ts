import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyError, FastifyReply, FastifyRequest, FastifySchemaValidationError } from 'fastify'
import { isAway, logAway, problemsByField } from '../../platform/http/index.ts'
import type { Translate } from '../../platform/i18n/index.ts'
import { promiseFor } from '../../record/index.ts'
import { stateOf } from '../../requests/index.ts'
import { isLate } from '../comments/model.ts'
import { commentKeyOf } from '../comments/secrets.ts'
import { arrivalOf } from './arrival-of.ts'
import { choicesFor } from './choices-for.ts'
import type { Received } from './comment-queue.ts'
import type { DraftFile } from './draft-file.ts'
import { formOfApi, type StrangeQuestion } from './form-of-api.ts'
import type { KnownRequest } from './known-requests.ts'
import { type CommentForm, type Problem, problemsOf } from './model.ts'
import { apiPartLimits, readApiParts } from './read-api-files.ts'
import { refusalProblem } from './refusal-problem.ts'
import { answeredBy } from './replies.ts'
import {
  ApiComment,
  ApiCommentWithFiles,
  type ApiProblem,
  ApiProblem as ApiProblemSchema,
  ApiReceived,
} from './schemas.ts'
import { sentenceFor } from './sentence-for.ts'
import type { Intake } from './services.ts'
import { type WordKey, words } from './words.ts'

/** In the language that the program asks for. */
const sayTo = ({ request }: FastifyReply): Translate<WordKey> => words.in(request.locale)
const RETRY_SECONDS = '5'

type FieldProblem = NonNullable<ApiProblem['errors']>[number]

function sendProblem(
  reply: FastifyReply,
  status: number,
  title: string,
  detail: string,
  errors?: FieldProblem[],
) {
  if (status === 503) reply.header('retry-after', RETRY_SECONDS)
  const problem: ApiProblem = { type: 'about:blank', title, status, detail, ...(errors && { errors }) }
  return reply.code(status).type('application/problem+json').serializer(JSON.stringify).send(problem)
}

/** What the schema found, as sentences that name the field. */
function schemaProblems(
  t: Translate<WordKey>,
  errors: readonly FastifySchemaValidationError[],
): FieldProblem[] {
  const found = problemsByField(errors)
  return [...found].map(([field, rule]) => ({
    field,
    detail:
      rule === 'additionalProperties' ? t('apiUnknownKey', { field }) : t('apiWrongShape', { field, rule }),
  }))
}

const strangeProblem = (
  t: Translate<WordKey>,
  { at, question }: StrangeQuestion,
  { request }: KnownRequest,
): FieldProblem => ({
  field: `answers.${at}.question`,
  detail: t('apiStrangeQuestion', {
    question,
    docket: request.docket,
    numbers: request.questions.map(({ number }) => number).join(', ') || '–',
  }),
})

/** `signatory-3-email` of the form is `signatories.2.email` of a program. */
const apiField = (field: string) =>
  field
    .replace(/^signatory-(\d+)-/, (_, row) => `signatories.${Number(row) - 1}.`)
    .replace(/^signatoryList$/, 'signatories')

const fieldProblem = (t: Translate<WordKey>, problem: Problem): FieldProblem => ({
  field: apiField(problem.field),
  detail: sentenceFor(t, problem),
})

/** Which errors a caller of the API can do something about, each with what. */
const sentences: Record<number, readonly ['apiTooLarge' | 'apiWrongType' | 'apiBadBody', title: string]> = {
  400: ['apiBadBody', 'Body could not be read'],
  413: ['apiTooLarge', 'Too large'],
  415: ['apiWrongType', 'Unsupported media type'],
}

const sendAway = (reply: FastifyReply) =>
  sendProblem(reply, 503, 'Not available now', sayTo(reply)('apiAway'))

function onError(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  if (isAway(error)) {
    logAway(request, error)
    return sendAway(reply)
  }
  const known = sentences[error.statusCode ?? 500]
  if (!known) throw error
  return sendProblem(reply, error.statusCode ?? 500, known[1], sayTo(reply)(known[0]))
}

/** The body of a form of pages is read too, and held against no schema here. */
const isJson = ({ headers }: FastifyRequest) => /^application\/json\b/i.test(headers['content-type'] ?? '')

export const intakeApi: FastifyPluginAsyncTypebox<{ intake: Intake }> = async (app, { intake }) => {
  app.setErrorHandler(onError)
  app.post(
    '/api/requests/:docket/comments',
    {
      config: { action: 'comment.submit' },
      attachValidation: true,
      preValidation: async (request) => {
        if (request.isMultipart() || isJson(request)) return
        throw Object.assign(new Error('JSON was expected.'), { statusCode: 415 })
      },
      // Before the body is read: turning away must cost less than taking.
      onRequest: async (_, reply) => (intake.isFull() ? sendAway(reply) : undefined),
      schema: {
        summary: 'Send a comment',
        description:
          'Takes a comment without an account. It is answered once the comment is stored for good; repeat the request with the same key whenever no answer came.',
        body: {
          content: {
            'application/json': { schema: ApiComment },
            'multipart/form-data': { schema: ApiCommentWithFiles },
          },
        },
        response: { 200: ApiReceived, 201: ApiReceived, '4xx': ApiProblemSchema, 503: ApiProblemSchema },
      },
    },
    async (request, reply) => {
      const { docket } = request.params as { docket: string }
      const t = sayTo(reply)
      const known = await intake.find(docket)
      const state = known && stateOf(known.request, intake.clock.now())
      if (!known || state === 'draft')
        return sendProblem(reply, 404, 'Not found', t('apiNoRequest', { docket }))
      if (state === 'announced')
        return sendProblem(reply, 409, 'Not open yet', t('apiNotOpen', opening(known)))
      return request.isMultipart()
        ? takeParts(intake, known, request, reply)
        : takeWhole(intake, known, request, reply)
    },
  )
}

const opening = ({ request }: KnownRequest) => ({ opens: request.opensAt.toISOString() })

const mend = (reply: FastifyReply, wrong: FieldProblem[]) =>
  sendProblem(reply, 422, 'Badly filled in', sayTo(reply)('apiMend'), wrong)

function takeWhole(intake: Intake, known: KnownRequest, request: FastifyRequest, reply: FastifyReply) {
  if (request.validationError)
    return mend(reply, schemaProblems(sayTo(reply), request.validationError.validation ?? []))
  return take(intake, known, { sent: request.body as ApiComment, request, files: [] }, reply)
}

/** A comment with files comes in parts: nothing of it is taken unless all of it is. */
async function takeParts(intake: Intake, known: KnownRequest, request: FastifyRequest, reply: FastifyReply) {
  const t = sayTo(reply)
  const { comment, files, refused } = await readApiParts(intake, request.parts({ limits: apiPartLimits }))
  if (comment === undefined) return mend(reply, [{ field: 'comment', detail: t('apiNoComment') }])
  const sent = parsed(comment)
  const validate = request.compileValidationSchema(ApiComment)
  if (!validate(sent))
    return mend(reply, schemaProblems(t, validate.errors as FastifySchemaValidationError[]))
  if (refused.length > 0)
    return mend(
      reply,
      refused.map((one) => fieldProblem(t, refusalProblem(t, one))),
    )
  return take(intake, known, { sent: sent as ApiComment, request, files }, reply)
}

function parsed(comment: string): unknown {
  try {
    return JSON.parse(comment)
  } catch (cause) {
    throw Object.assign(new Error('The comment is no JSON.', { cause }), { statusCode: 400 })
  }
}

interface Sent {
  sent: ApiComment
  request: FastifyRequest
  files: readonly DraftFile[]
}

function keyOf({ sent, request }: Sent): string {
  const header = request.headers['idempotency-key']
  return sent.idempotencyKey ?? (typeof header === 'string' ? header : '')
}

/** In all its answers together: each look at them costs as much as there are. */
const MOST_PROPOSED = 100

async function take(intake: Intake, known: KnownRequest, came: Sent, reply: FastifyReply) {
  const t = sayTo(reply)
  const proposed = came.sent.answers.reduce((sum, { proposals = [] }) => sum + proposals.length, 0)
  if (proposed > MOST_PROPOSED)
    return mend(reply, [{ field: 'answers', detail: t('apiManyProposals', { most: MOST_PROPOSED }) }])
  const { form, strange } = formOfApi(came.sent, known.request, keyOf(came))
  const at = intake.clock.now()
  const answered = await answeredBy(intake, known, form, at)
  const { problems: unanswerable, repliesTo } = { problems: [], repliesTo: [], ...answered }
  const wrong = [
    ...unanswerable.map((one) => fieldProblem(t, one)),
    ...strange.map((one) => strangeProblem(t, one, known)),
    ...problemsOf(form, choicesFor(known, came.files.length)).map((one) => fieldProblem(t, keyProblem(one))),
  ]
  if (wrong.length > 0) return mend(reply, wrong)
  const { files } = came
  const arrival = arrivalOf(form, known.request, { channel: 'api', files, at, repliesTo })
  const taken = await intake.take(arrival)
  reply.code(taken.again ? 200 : 201)
  return received(intake, known, form, taken)
}

/** A program is told of its key in its own terms. */
const keyProblem = (problem: Problem): Problem =>
  problem.kind === 'keyMissing' ? { field: 'idempotencyKey', kind: 'apiKeyMissing' } : problem

async function received(intake: Intake, { request }: KnownRequest, form: CommentForm, taken: Received) {
  return {
    number: taken.number,
    receivedAt: taken.receivedAt.toISOString(),
    late: isLate(request.deadline.at, taken.receivedAt) && form.replyTo === '',
    again: taken.again,
    promise: taken.promise ?? (await promiseFor(intake.db, intake.log, taken.leaf)),
    receipt: `${intake.origin}/comments/${taken.number}/receipt.txt`,
    commentKey: commentKeyOf(request.id, form.key),
  }
}
