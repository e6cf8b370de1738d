import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { type Actor, decide } from '../../participants/index.ts'
import { NotFound } from '../../platform/errors.ts'
import type { FileStore } from '../../platform/files/index.ts'
import { fillParts, type OfferedPart, type Place } from '../../platform/html/index.ts'
import { sendDownload, sendPage } from '../../platform/http/index.ts'
import type { Ref } from '../../platform/ref.ts'
import type { Services } from '../../platform/services.ts'
import { findProcess, type ProcessesTables } from '../../processes/index.ts'
import { findSeenRequest, type RequestsTables } from '../../requests/index.ts'
import { postingPolicy } from '../posting/access.ts'
import { feedAddress, listAddress } from './address.ts'
import { askedOf } from './asked.ts'
import { atomOf } from './feed.ts'
import { findSeenComment } from './find-seen-comment.ts'
import { AttachmentPage } from './pages/attachment-page.tsx'
import { CommentPage } from './pages/comment-page.tsx'
import { DocketPage } from './pages/docket-page.tsx'
import { SearchPage } from './pages/search-page.tsx'
import { readAttachment } from './read-attachment.ts'
import { readComment } from './read-comment.ts'
import { type ReadingTables, readChoices, readCounts, readPage } from './read-docket.ts'
import { ListQuery } from './schemas.ts'
import { searchDockets } from './search-dockets.ts'
import { words } from './words.ts'

export interface ReadingServices extends Services<ReadingTables & RequestsTables & ProcessesTables> {
  parts: readonly OfferedPart<Actor>[]
  files: FileStore
}

const A_PAGE = 25
const A_FEED = 50

const list = { action: 'comment.list' }
const read = { action: 'comment.read' }
const Docket = Type.Object({ docket: Type.String({ maxLength: 80 }) })
const Sought = Type.Object({
  words: Type.Optional(Type.String()),
  process: Type.Optional(Type.String({ maxLength: 100 })),
})
const Numbered = Type.Object({ number: Type.String({ maxLength: 100 }) })
const Attached = Type.Object({
  ...Numbered.properties,
  attachment: Type.String({ pattern: '^[1-9][0-9]{0,2}$' }),
})
const Paged = Type.Object({ page: Type.Optional(Type.String({ pattern: '^[1-9][0-9]{0,4}$' })) })

type App = Parameters<FastifyPluginAsyncTypebox<ReadingServices>>[0]

export const readingRoutes: FastifyPluginAsyncTypebox<ReadingServices> = async (app, services) => {
  docketRoutes(app, services)
  feedRoute(app, services)
  searchRoute(app, services)
  commentRoutes(app, services)
  attachmentRoutes(app, services)
}

const filled =
  ({ parts }: ReadingServices, request: FastifyRequest) =>
  (place: Place, refs: readonly Ref[]) =>
    fillParts(parts, place, refs, request.viewer, (error) => request.log.error(error))

function docketRoutes(app: App, services: ReadingServices) {
  const { db, clock } = services
  const schema = { params: Docket, querystring: ListQuery }
  app.get('/requests/:docket/comments', { config: list, schema }, async (request, reply) => {
    const { request: found, process } = await findSeenRequest(db, request.viewer, request.params.docket)
    const asked = askedOf(request.query)
    const [counts, choices, page] = await Promise.all([
      readCounts(db, found),
      readChoices(db, found),
      readPage(db, found, asked, request.query, A_PAGE),
    ])
    const fill = filled(services, request)
    const ref = { kind: 'request', id: found.id }
    const comments = page.rows.map(({ comment }) => ({ kind: 'comment', id: comment.id }))
    const parts = {
      counts: (await fill('docket-counts', [ref]))(ref),
      filters: (await fill('docket-filters', [ref]))(ref),
      beside: await fill('beside-comment', comments),
    }
    return sendPage(
      reply,
      <DocketPage
        request={found}
        {...{ process, parts, counts, choices, asked }}
        {...page}
        now={clock.now()}
      />,
    )
  })
}

/** What is posted of a list, newest first, for whoever follows it. */
function feedRoute(app: App, { db, origin }: ReadingServices) {
  const schema = { params: Docket, querystring: ListQuery }
  app.get('/requests/:docket/comments.atom', { config: list, schema }, async (request, reply) => {
    const { request: found, process } = await findSeenRequest(db, request.viewer, request.params.docket)
    const { filters } = askedOf(request.query)
    const asked = { filters, sort: 'newest' } as const
    const posted = { ...asked, filters: { ...filters, state: 'posted' } } as const
    const { rows } = await readPage(db, found, posted, {}, A_FEED)
    const t = words.in(request.locale)
    const feed = {
      title: t('commentsOn', { title: found.title }),
      address: `${origin}${feedAddress(found.docket, asked)}`,
      page: `${origin}${listAddress(found.docket, asked)}`,
      author: process.name,
      language: request.locale,
      since: found.opensAt,
      origin,
    }
    const said = { title: (number: string) => t('comment', { number }), noName: t('noName') }
    return reply.type('application/atom+xml; charset=utf-8').send(atomOf(feed, rows, said))
  })
}

/** Every docket, or those of one process. */
function searchRoute(app: App, { db }: ReadingServices) {
  app.get('/search', { config: list, schema: { querystring: Sought } }, async (request, reply) => {
    const { words: typed = '', process: slug } = request.query
    const process = slug ? await findProcess(db, slug) : undefined
    if (slug && !process?.publishedAt) throw new NotFound('No such process.')
    const sought = typed.trim() || undefined
    const dockets = sought === undefined ? [] : await searchDockets(db, sought, process)
    return sendPage(reply, <SearchPage {...{ sought, process, dockets }} />)
  })
}

function commentRoutes(app: App, services: ReadingServices) {
  const { db, clock, origin } = services
  app.get('/comments/:number', { config: read, schema: { params: Numbered } }, async (request, reply) => {
    const { comment, ...seen } = await findSeenComment(db, request.viewer, request.params.number)
    const whole = await readComment(db, comment, seen.request)
    const ref = { kind: 'comment', id: comment.id }
    const fill = filled(services, request)
    const at = async (place: Place) => (await fill(place, [ref]))(ref)
    const [about, ways, ledTo] = await Promise.all([
      at('beside-comment'),
      at('comment-ways'),
      at('comment-led-to'),
    ])
    const beside = [...about, ...ways]
    const mayModerate = decide(postingPolicy, request.viewer, 'comment.moderate', {
      process: seen.process.id,
    })
    const props = { ...whole, ...seen, origin, beside, ledTo, mayModerate, now: clock.now() }
    return sendPage(reply, <CommentPage {...props} />)
  })
}

function attachmentRoutes(app: App, services: ReadingServices) {
  const { db, clock, origin, files } = services
  const path = '/comments/:number/attachments/:attachment'
  const paged = { params: Attached, querystring: Paged }
  app.get(path, { config: read, schema: paged }, async (request, reply) => {
    const { comment, ...seen } = await findSeenComment(db, request.viewer, request.params.number)
    const { attachment, text } = await readAttachment(db, comment, Number(request.params.attachment))
    if (!text) throw new NotFound('That attachment has no text here.')
    const page = Number(request.query.page ?? 1)
    const props = { comment, attachment, text, page, origin, now: clock.now() }
    return sendPage(reply, <AttachmentPage {...seen} {...props} />)
  })

  app.get(`${path}/file`, { config: read, schema: { params: Attached } }, async (request, reply) => {
    const { comment } = await findSeenComment(db, request.viewer, request.params.number)
    const { attachment } = await readAttachment(db, comment, Number(request.params.attachment))
    if (!attachment.file) throw new NotFound('That file is not offered.')
    const { name, sha256 } = attachment.file
    return sendDownload(reply, { ...attachment, name }, await files.read(sha256))
  })
}
