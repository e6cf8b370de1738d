import type { MultipartFile } from '@fastify/multipart'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { NotFound } from '../../platform/errors.ts'
import type { FileStore } from '../../platform/files/index.ts'
import { sendPage } from '../../platform/http/index.ts'
import { newId, parseId } from '../../platform/id.ts'
import type { Services } from '../../platform/services.ts'
import { tidyName } from '../../platform/text/index.ts'
import { circumstancesOf } from '../../processes/index.ts'
import type { RecordTables } from '../../record/index.ts'
import { Preparing } from '../pages/preparing.tsx'
import { RequestPage } from '../pages/request-page.tsx'
import { findSeen, type Tables } from '../seen.ts'
import { addPaper, removePaper } from './add-paper.ts'
import type { PaperId } from './model.ts'
import { planPaper, type SentPaper } from './plan-paper.ts'

export interface PapersServices extends Services<Tables & RecordTables> {
  files: FileStore
}

const Docket = Type.Object({ docket: Type.String({ maxLength: 60 }) })
const DocketAndPaper = Type.Object({
  docket: Type.String({ maxLength: 60 }),
  paper: Type.String({ maxLength: 60 }),
})

async function wholeFile(part: MultipartFile): Promise<Buffer | undefined> {
  try {
    return await part.toBuffer()
  } catch (error) {
    if (part.file.truncated) return undefined
    throw error
  }
}

/** Reads the fields and the file; of a file beyond the limit nothing is kept. */
async function readPaper(request: FastifyRequest): Promise<SentPaper> {
  const sent: SentPaper = { title: '', url: '', file: undefined, tooLarge: false }
  for await (const part of request.parts()) {
    if (part.type === 'file') await takeFile(sent, part)
    else if (part.fieldname === 'title') sent.title = String(part.value)
    else if (part.fieldname === 'url') sent.url = String(part.value).trim()
  }
  return sent
}

async function takeFile(sent: SentPaper, part: MultipartFile): Promise<void> {
  const bytes = await wholeFile(part)
  if (bytes === undefined) sent.tooLarge = true
  else if (part.filename) sent.file = { name: tidyName(part.filename), bytes }
}

export const papersRoutes: FastifyPluginAsyncTypebox<PapersServices> = async (app, services) => {
  const { db, clock, files } = services
  const circumstances = async (request: FastifyRequest) => {
    const { docket } = request.params as { docket: string }
    const { process } = await findSeen(db, request.viewer, docket)
    return circumstancesOf(process, clock.now())
  }
  const editing = { action: 'request.edit', circumstances }

  app.post(
    '/requests/:docket/papers',
    { config: editing, schema: { params: Docket, consumes: ['multipart/form-data'] } },
    async (request, reply) => {
      const { viewer, params } = request
      const found = await findSeen(db, viewer, params.docket)
      const sent = await readPaper(request)
      const now = clock.now()
      const planned = await planPaper(sent, newId<'paper'>(now.getTime()), files)
      if ('problems' in planned) {
        const { title, url } = sent
        const preparing = <Preparing {...found} paper={{ title, url, problems: planned.problems }} />
        return sendPage(reply, <RequestPage {...found} {...{ now, preparing }} mayExtend={false} />, 422)
      }
      await addPaper(db, viewer, found.request, planned.paper, now)
      return reply.redirect(`/requests/${found.request.docket}`, 303)
    },
  )

  app.post(
    '/requests/:docket/papers/:paper/remove',
    { config: editing, schema: { params: DocketAndPaper } },
    async (request, reply) => {
      const { viewer, params } = request
      const found = await findSeen(db, viewer, params.docket)
      const paper: PaperId | undefined = parseId<'paper'>(params.paper)
      if (paper) await removePaper(db, viewer, found.request, paper, clock.now())
      return reply.redirect(`/requests/${found.request.docket}`, 303)
    },
  )

  app.get(
    '/requests/:docket/papers/:paper',
    { config: { action: 'request.read' }, schema: { params: DocketAndPaper } },
    async (request, reply) => {
      const { viewer, params } = request
      const found = await findSeen(db, viewer, params.docket)
      const paper = found.request.papers.find(({ id }) => id === params.paper)
      if (!paper || !('file' in paper)) throw new NotFound('No such paper.')
      const name = encodeURIComponent(paper.file.name)
      reply.header('content-disposition', `attachment; filename*=UTF-8''${name}`)
      reply.header('content-length', paper.file.bytes)
      return reply.type(paper.file.mediaType).send(await files.read(paper.file.sha256))
    },
  )
}
