import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { decide } from '../../../participants/index.ts'
import { NotFound } from '../../../platform/errors.ts'
import { fillParts } from '../../../platform/html/index.ts'
import { sendPage } from '../../../platform/http/index.ts'
import { parseId } from '../../../platform/id.ts'
import { findSeenRequest } from '../../../requests/index.ts'
import { codingPolicy } from '../access.ts'
import type { CodingRefusal } from '../at-desk.ts'
import { type Fields, fieldsOf } from '../codings/read-content.ts'
import { deleteExcerpt } from '../excerpts/delete-excerpt.ts'
import { DeskPage } from '../pages/desk-page.tsx'
import type { DeskProps } from '../pages/desk-props.ts'
import { deskAddress } from '../pages/desk-props.ts'
import { findToRead } from '../readings/store.ts'
import { ActForm, CodingForm, CommentAddress, DeskQuery, ExcerptAddress, SuggestionForm } from '../schemas.ts'
import type { DeskServices } from '../services.ts'
import { actOn } from './act.ts'
import { actOnSuggestion } from './act-on-suggestion.ts'
import { codeFromForm, type Marked, markFromForm } from './mark.ts'
import { readDesk } from './read-desk.ts'

type App = Parameters<FastifyPluginAsyncTypebox<DeskServices>>[0]

/** The posted comment of an address, with its request and process. */
async function found({ db }: DeskServices, request: FastifyRequest) {
  const { number } = request.params as { number: string }
  const comment = await findToRead(db, number)
  if (!comment) throw new NotFound('No such comment.')
  const docket = number.slice(0, number.lastIndexOf('-'))
  return { comment, ...(await findSeenRequest(db, request.viewer, docket)) }
}

const excerptOf = (request: FastifyRequest) => {
  const id = parseId<'excerpt'>((request.params as { excerpt: string }).excerpt)
  if (!id) throw new NotFound('No such excerpt.')
  return id
}

/** The desk of a coder: one comment, read, marked and coded. */
export const deskRoutes: FastifyPluginAsyncTypebox<DeskServices> = async (app, services) => {
  const { db, clock } = services
  const circumstances = async (request: FastifyRequest) => ({
    process: (await found(services, request)).process.id,
  })
  const path = '/comments/:number/coding'
  const reading = { config: { action: 'coding.read', circumstances } }
  app.get(
    path,
    { ...reading, schema: { params: CommentAddress, querystring: DeskQuery } },
    (request, reply) => sendDesk(services, request, reply, asked(request.query)),
  )

  const consumes = ['application/x-www-form-urlencoded']
  const config = { action: 'excerpt.code', circumstances }
  const acting = { params: CommentAddress, body: ActForm, consumes }
  app.post(path, { config, schema: acting }, async (request, reply) => {
    const { act } = request.body
    const coding = { actor: request.viewer, number: request.params.number, at: clock.now() }
    const done = await actOn(db, coding, act)
    if ('refused' in done) return sendDesk(services, request, reply, { refused: done.refused })
    if (act !== 'give-back') return reply.redirect(deskAddress(coding.number), 303)
    const { request: asks } = await found(services, request)
    return reply.redirect(`/requests/${asks.docket}/coding`, 303)
  })
  excerptRoutes(app, services, config)
}

const asked = ({
  in: key = '',
  paragraph = '',
  excerpt,
}: {
  in?: string
  paragraph?: string
  excerpt?: string
}) => ({
  fields: { in: key, paragraph },
  excerpt,
})

function excerptRoutes(
  app: App,
  services: DeskServices,
  config: { action: string; circumstances(request: FastifyRequest): Promise<{ process: string }> },
) {
  const { db, clock } = services
  const consumes = ['application/x-www-form-urlencoded']
  const path = '/comments/:number/coding/excerpts'
  const codingOf = (request: FastifyRequest) => ({
    ...{ actor: request.viewer, at: clock.now() },
    number: (request.params as { number: string }).number,
  })

  const marking = { params: CommentAddress, body: CodingForm, consumes }
  app.post(path, { config, schema: marking }, async (request, reply) => {
    const { comment, process } = await found(services, request)
    const fields = request.body as Fields
    const desk = await readDesk(db, request.viewer, comment, process.issues)
    const done = await markFromForm(db, codingOf(request), desk, process.issues, fields)
    return answer(services, request, reply, done, { fields })
  })

  const recoding = { params: ExcerptAddress, body: CodingForm, consumes }
  app.post(`${path}/:excerpt`, { config, schema: recoding }, async (request, reply) => {
    const { process } = await found(services, request)
    const [fields, excerpt] = [request.body as Fields, excerptOf(request)]
    const done = await codeFromForm(db, codingOf(request), excerpt, process.issues, fields)
    return answer(services, request, reply, done, { fields, excerpt })
  })

  const answering = { params: ExcerptAddress, body: SuggestionForm, consumes }
  app.post(`${path}/:excerpt/suggestion`, { config, schema: answering }, async (request, reply) => {
    const { act } = request.body
    const done = await actOnSuggestion(db, codingOf(request), excerptOf(request), act)
    if ('refused' in done) return sendDesk(services, request, reply, { refused: done.refused })
    return reply.redirect(`${deskAddress(request.params.number)}#suggestions`, 303)
  })

  const schema = { params: ExcerptAddress, consumes }
  app.post(`${path}/:excerpt/delete`, { config, schema }, async (request, reply) => {
    const done = await deleteExcerpt(db, codingOf(request), excerptOf(request))
    if ('refused' in done) return sendDesk(services, request, reply, { refused: done.refused })
    return reply.redirect(`${deskAddress(request.params.number)}#excerpts`, 303)
  })
}

function answer(
  services: DeskServices,
  request: FastifyRequest,
  reply: FastifyReply,
  done: Marked,
  again: Again,
) {
  if (!('excerpt' in done)) return sendDesk(services, request, reply, { ...again, ...done })
  const { number } = request.params as { number: string }
  return reply.redirect(`${deskAddress(number)}#excerpt-${done.excerpt}`, 303)
}

interface Again extends Partial<Pick<DeskProps, 'fields' | 'problems' | 'places'>> {
  refused?: CodingRefusal
  excerpt?: string | undefined
}

async function sendDesk(services: DeskServices, request: FastifyRequest, reply: FastifyReply, again: Again) {
  const { db, clock, parts } = services
  const { comment, request: asks, process } = await found(services, request)
  const desk = await readDesk(db, request.viewer, comment, process.issues)
  const suggested = desk.suggestions.find(({ excerpt }) => excerpt.id === again.excerpt)
  const chosen = suggested?.excerpt ?? desk.excerpts.find(({ id }) => id === again.excerpt)
  const mine = desk.codings.find(
    (one) => one.excerpt === chosen?.id && one.coder === desk.coder && one.stage === 'made',
  )
  const isFresh = again.problems === undefined && again.refused === undefined
  const said = mine ?? suggested?.draft
  const kept = chosen && isFresh && said ? fieldsOf(said, process.issues) : again.fields
  const refs = desk.excerpts.map(({ id }) => ({ kind: 'excerpt', id }))
  const fill = await fillParts(parts, 'beside-excerpt', refs, request.viewer, (error) =>
    request.log.error(error),
  )
  const props = {
    beside: (id: string) => fill({ kind: 'excerpt', id }),
    ...{ request: asks, process, desk, chosen, now: clock.now() },
    mayCode: decide(codingPolicy, request.viewer, 'excerpt.code', { process: process.id }),
    fields: kept ?? {},
    problems: again.problems,
    places: again.places ?? [],
    refused: again.refused,
  }
  const status = again.refused ? 409 : again.problems ? 422 : 200
  return sendPage(reply, <DeskPage {...props} />, status)
}
