import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { Actor } from '../../participants/index.ts'
import { NotFound } from '../../platform/errors.ts'
import type { FileStore } from '../../platform/files/index.ts'
import { fillParts, type OfferedPart, type Place } from '../../platform/html/index.ts'
import { sendPage } from '../../platform/http/index.ts'
import type { Ref } from '../../platform/ref.ts'
import type { Services } from '../../platform/services.ts'
import { findProcess, type ProcessesTables } from '../../processes/index.ts'
import type { RequestForComment, RequestsTables } from '../../requests/index.ts'
import { askedOf } from './asked.ts'
import { AttachmentPage } from './pages/attachment-page.tsx'
import { CommentPage } from './pages/comment-page.tsx'
import { DocketPage } from './pages/docket-page.tsx'
import { publishedRequest, receivedComment } from './published.ts'
import { readAttachment } from './read-attachment.ts'
import { readComment } from './read-comment.ts'
import { type ReadingDb, readChoices, readCounts, readPage } from './read-docket.ts'
import { ListQuery } from './schemas.ts'

type TablesOf<Db> = Db extends Services<infer Tables>['db'] ? Tables : never

export interface ReadingServices extends Services<TablesOf<ReadingDb> & RequestsTables & ProcessesTables> {
  parts: readonly OfferedPart<Actor>[]
  files: FileStore
}

const A_PAGE = 25

const list = { action: 'comment.list' }
const read = { action: 'comment.read' }
const Docket = Type.Object({ docket: Type.String({ maxLength: 80 }) })
const Numbered = Type.Object({ number: Type.String({ maxLength: 100 }) })
const Attached = Type.Object({
  ...Numbered.properties,
  attachment: Type.String({ pattern: '^[1-9][0-9]{0,2}$' }),
})
const Paged = Type.Object({ page: Type.Optional(Type.String({ pattern: '^[1-9][0-9]{0,4}$' })) })

type App = Parameters<FastifyPluginAsyncTypebox<ReadingServices>>[0]

export const readingRoutes: FastifyPluginAsyncTypebox<ReadingServices> = async (app, services) => {
  docketRoutes(app, services)
  commentRoutes(app, services)
  attachmentRoutes(app, services)
}

/** What every page of a process shows around its content. */
async function around({ db, clock }: ReadingServices, { processId }: RequestForComment) {
  const process = await findProcess(db, processId)
  if (!process) throw new NotFound('No such process.')
  return { process, now: clock.now() }
}

const filled =
  ({ parts }: ReadingServices, request: FastifyRequest) =>
  (place: Place, refs: readonly Ref[]) =>
    fillParts(parts, place, refs, request.viewer, (error) => request.log.error(error))

function docketRoutes(app: App, services: ReadingServices) {
  const { db } = services
  const schema = { params: Docket, querystring: ListQuery }
  app.get('/requests/:docket/comments', { config: list, schema }, async (request, reply) => {
    const found = await publishedRequest(db, request.params.docket)
    const asked = askedOf(request.query)
    const [counts, choices, page, frame] = await Promise.all([
      readCounts(db, found),
      readChoices(db, found),
      readPage(db, found, asked, request.query, A_PAGE),
      around(services, found),
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
      <DocketPage request={found} {...{ parts, counts, choices, asked }} {...frame} {...page} />,
    )
  })
}

function commentRoutes(app: App, services: ReadingServices) {
  const { db, origin } = services
  app.get('/comments/:number', { config: read, schema: { params: Numbered } }, async (request, reply) => {
    const { comment, request: asks } = await receivedComment(db, request.params.number)
    const [whole, frame] = await Promise.all([readComment(db, comment, asks), around(services, asks)])
    const ref = { kind: 'comment', id: comment.id }
    const beside = (await filled(services, request)('beside-comment', [ref]))(ref)
    return sendPage(reply, <CommentPage {...whole} {...frame} {...{ origin, beside }} request={asks} />)
  })
}

function attachmentRoutes(app: App, services: ReadingServices) {
  const { db, origin, files } = services
  const path = '/comments/:number/attachments/:attachment'
  const paged = { params: Attached, querystring: Paged }
  app.get(path, { config: read, schema: paged }, async (request, reply) => {
    const { comment, request: asks } = await receivedComment(db, request.params.number)
    const { attachment, text } = await readAttachment(db, comment, Number(request.params.attachment))
    if (!text) throw new NotFound('That attachment has no text here.')
    const page = Number(request.query.page ?? 1)
    const props = { comment, attachment, text, page, origin, request: asks }
    return sendPage(reply, <AttachmentPage {...props} {...(await around(services, asks))} />)
  })

  app.get(`${path}/file`, { config: read, schema: { params: Attached } }, async (request, reply) => {
    const { comment } = await receivedComment(db, request.params.number)
    const { attachment } = await readAttachment(db, comment, Number(request.params.attachment))
    if (!attachment.file) throw new NotFound('That file is not offered.')
    return sendFile(reply, await files.read(attachment.file.sha256), attachment)
  })
}

type File = { file?: { name: string } | undefined; mediaType: string; bytes: number }

/** A stranger's file is saved, never shown: no browser may run or guess at what is in it. */
function sendFile(
  reply: FastifyReply,
  bytes: NodeJS.ReadableStream,
  { file, mediaType, bytes: length }: File,
) {
  const name = encodeURIComponent(file?.name ?? 'attachment').replaceAll("'", '%27')
  return reply
    .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('x-content-type-options', 'nosniff')
    .header('content-length', length)
    .type(mediaType)
    .send(bytes)
}
