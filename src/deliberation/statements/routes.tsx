import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { sendPage } from '../../platform/http/index.ts'
import { DeliberationAddress } from '../deliberations/schemas.ts'
import { may, seenDeliberation } from '../deliberations/seen.ts'
import { moderationRoutes } from './moderating/routes.tsx'
import { StatementsPage } from './pages/statements-page.tsx'
import { withPublicWords } from './read-statements.ts'
import type { StatementsServices } from './services.ts'
import { statementsCsv } from './statements-csv.ts'
import { listStatements } from './store.ts'
import { writingRoutes } from './writing/routes.tsx'

const config = { action: 'statement.read' }
const schema = { params: DeliberationAddress }
const path = '/processes/:slug/deliberations/:deliberation/statements'

/** Statements: read by all, written by the convenor and by those who vote, screened by moderators. */
export const statementsRoutes: FastifyPluginAsyncTypebox<StatementsServices> = async (app, services) => {
  const { db, clock } = services
  app.get(path, { config, schema }, async ({ viewer, params }, reply) => {
    const seen = await seenDeliberation(db, viewer, params)
    const listed = await listStatements(db, { deliberation: seen.deliberation.id, states: ['posted'] })
    const statements = await withPublicWords(db, listed)
    const mayReword = may(viewer, 'statement.seed', seen.process)
    return sendPage(reply, <StatementsPage {...seen} {...{ statements, mayReword }} now={clock.now()} />)
  })

  app.get(`${path}.csv`, { config, schema }, async ({ viewer, params }, reply) => {
    const { process, deliberation } = await seenDeliberation(db, viewer, params)
    const listed = await listStatements(db, { deliberation: deliberation.id, states: ['posted'] })
    const name = `${process.slug}-deliberation-${deliberation.number}-statements.csv`
    reply.header('content-disposition', `attachment; filename="${name}"`)
    return reply
      .type('text/csv; charset=utf-8')
      .send(statementsCsv(process, await withPublicWords(db, listed)))
  })
  app.register(writingRoutes, services)
  app.register(moderationRoutes, services)
}
