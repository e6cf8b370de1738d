import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { databaseIsAway, isUnstorableText } from '../db/index.ts'
import { Forbidden, NotFound, Unavailable } from '../errors.ts'
import type { Locale } from '../i18n/index.ts'
import { isJson, sendPage } from './pages.ts'
import { WrongEncoding } from './parse-form.ts'

export type ErrorKind =
  | 'not-found'
  | 'forbidden'
  | 'unavailable'
  | 'too-large'
  | 'wrong-type'
  | 'bad-request'
  | 'wrong-encoding'
  | 'too-many'
  | 'failed'

/** The title of a problem for programs, in the language of whoever reads it. */
export type ProblemTitle = (kind: ErrorKind, locale: Locale) => string

/** Draws the page for an error; `kept` are the fields of the form that was sent, so that no word is lost. */
export type ErrorPage = (kind: ErrorKind, kept: readonly [string, string][]) => VNode

const statusOf: Record<ErrorKind, number> = {
  'not-found': 404,
  forbidden: 403,
  unavailable: 503,
  'too-large': 413,
  'wrong-type': 415,
  'bad-request': 400,
  'wrong-encoding': 400,
  'too-many': 429,
  failed: 500,
}

function kindByStatus(status: number | undefined): ErrorKind {
  if (status === undefined || status >= 500) return status === 503 ? 'unavailable' : 'failed'
  const found = Object.entries(statusOf).find(([, code]) => code === status)
  return (found?.[0] as ErrorKind | undefined) ?? 'bad-request'
}

export function errorKind(error: unknown): ErrorKind {
  if (error instanceof NotFound) return 'not-found'
  if (error instanceof Forbidden) return 'forbidden'
  if (isAway(error)) return 'unavailable'
  if (error instanceof WrongEncoding) return 'wrong-encoding'
  if (isUnstorableText(error)) return 'bad-request'
  return kindByStatus((error as Partial<FastifyError>).statusCode)
}

/** The words of a form that could not be taken, shown again so that they can be sent once more. */
function keptWords(body: unknown, within = ''): [string, string][] {
  if (typeof body === 'string' && body) return [['text', body]]
  if (typeof body !== 'object' || body === null) return []
  return Object.entries(body).flatMap(([key, value]) => {
    const name = within + key
    return [value].flat().flatMap((one, at): [string, string][] => {
      if (typeof one === 'string') return one ? [[name, one]] : []
      return keptWords(one, `${name}.${at}.`)
    })
  })
}

interface Answers {
  page: ErrorPage
  title: ProblemTitle
}

interface Fault {
  kind: ErrorKind
  /** What was sent, as far as it could be read. */
  sent?: unknown
}

async function answer(
  { page, title }: Answers,
  { kind, sent }: Fault,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const status = statusOf[kind]
  if (kind === 'unavailable') reply.header('retry-after', '5')
  if (isJson(request)) {
    const problem = { type: `about:blank#${kind}`, title: title(kind, request.locale), status }
    reply.header('content-language', request.locale)
    return reply.code(status).type('application/problem+json').send(JSON.stringify(problem))
  }
  try {
    return await sendPage(reply, page(kind, keptWords(sent)), status)
  } catch (error) {
    // Fastify's own answer to this would tell what is inside.
    request.log.error(error)
    if (reply.sent) return reply
    return reply
      .code(status)
      .type('text/plain; charset=utf-8')
      .send(`${status} ${kind.replaceAll('-', ' ')}`)
  }
}

/** One line: under load there are thousands of these, and where they come from is known. */
export function logAway(request: FastifyRequest, error: unknown): void {
  request.log.warn(`Not answered: ${error instanceof Error ? error.message : String(error)}`)
}

/** Whether waiting helps: the database is away, or there is too much at once. */
export const isAway = (error: unknown): boolean => error instanceof Unavailable || databaseIsAway(error)

/** The one place that turns errors into answers: a page or an RFC 9457 problem, and nothing internal leaks. */
export function installErrors(
  app: FastifyInstance,
  page: ErrorPage,
  title: ProblemTitle = (kind) => kind.replaceAll('-', ' '),
): void {
  const answers = { page, title }
  app.setErrorHandler((error, request, reply) => {
    const kind = errorKind(error)
    if (kind === 'failed') request.log.error(error)
    if (kind === 'unavailable') logAway(request, error)
    const sent = error instanceof WrongEncoding ? error.kept : request.body
    return answer(answers, { kind, sent }, request, reply)
  })
  app.setNotFoundHandler((request, reply) =>
    answer(answers, { kind: 'not-found', sent: request.body }, request, reply),
  )
}
