import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { sendPage } from '../../../platform/http/index.ts'
import { draftAddress } from '../addresses.ts'
import { mayIn } from '../guard.ts'
import { IssueAddress } from '../schemas.ts'
import type { SummariesServices } from '../services.ts'
import { whereOf } from '../where.ts'
import type { WordKey } from '../words.ts'
import { draftByProgram } from './draft-by-program.ts'
import { consumes, type IssueParams, inProcess } from './in-process.ts'
import { DraftPage } from './pages/draft-page.tsx'
import { readDraft } from './read-draft.ts'
import { sentenceRoutes } from './sentences/routes.tsx'

/** Where analysts write a summary: its draft, sentence by sentence. */
export const draftingRoutes: FastifyPluginAsyncTypebox<SummariesServices> = async (app, services) => {
  const { db } = services
  const circumstances = inProcess(services)
  const path = '/requests/:docket/summaries/:issue/draft'
  const reading = { action: 'summary.read-draft', circumstances }
  app.get(path, { config: reading, schema: { params: IssueAddress } }, (request, reply) =>
    sendDraft(services, request, reply),
  )

  const config = { action: 'summary.edit', circumstances }
  app.post(
    `${path}/extract`,
    { config, schema: { params: IssueAddress, consumes } },
    async (request, reply) => {
      const where = await whereOf(services, request.viewer, request.params)
      const done = await draftByProgram(db, { ...where, actor: request.viewer, at: where.now })
      return done === 'done'
        ? reply.redirect(draftAddress(where.request.docket, where.issue.number), 303)
        : sendDraft(services, request, reply, done)
    },
  )
  app.register(sentenceRoutes, {
    ...services,
    refuse: (request, reply, why) => sendDraft(services, request, reply, why),
  })
}

async function sendDraft(
  services: SummariesServices,
  request: FastifyRequest,
  reply: FastifyReply,
  refused?: WordKey,
) {
  const { viewer } = request
  const where = await whereOf(services, viewer, request.params as IssueParams)
  const props = {
    ...where,
    ...(await readDraft(services.db, where, viewer.person)),
    mayEdit: mayIn(viewer, 'summary.edit', where.process.id),
    mayPublish: mayIn(viewer, 'summary.publish', where.process.id),
    refused,
  }
  return sendPage(reply, <DraftPage {...props} />, refused ? 409 : 200)
}
