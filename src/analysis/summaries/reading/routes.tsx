import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { NotFound } from '../../../platform/errors.ts'
import { sendPage } from '../../../platform/http/index.ts'
import type { IssueParams } from '../drafting/in-process.ts'
import { mayIn } from '../guard.ts'
import { DocketAddress, IssueAddress, VersionAddress } from '../schemas.ts'
import type { SummariesServices } from '../services.ts'
import { placeOf, whereOf } from '../where.ts'
import { listIssues, listPublished } from './list-published.ts'
import { SummariesPage } from './pages/summaries-page.tsx'
import { SummaryPage } from './pages/summary-page.tsx'
import { readSummary } from './read-summary.ts'
import { summariesCsv } from './summaries-csv.ts'

/** Summaries as everybody reads them. */
export const summaryReadingRoutes: FastifyPluginAsyncTypebox<SummariesServices> = async (app, services) => {
  const { db } = services
  const config = { action: 'summary.read' }
  const path = '/requests/:docket/summaries'
  app.get(path, { config, schema: { params: DocketAddress } }, async ({ viewer, params }, reply) => {
    const place = await placeOf(services, viewer, params.docket)
    const props = {
      ...place,
      summaries: await listIssues(db, place.request, place.process),
      mayEdit: mayIn(viewer, 'summary.read-draft', place.process.id),
      mayListContests: mayIn(viewer, 'contest.list', place.process.id),
    }
    return sendPage(reply, <SummariesPage {...props} />)
  })

  app.get(`${path}.csv`, { config, schema: { params: DocketAddress } }, async ({ viewer, params }, reply) => {
    const { request, process } = await placeOf(services, viewer, params.docket)
    reply.header('content-disposition', `attachment; filename="${request.docket}-summaries.csv"`)
    return reply.type('text/csv; charset=utf-8').send(summariesCsv(await listPublished(db, request, process)))
  })

  app.get(`${path}/:issue`, { config, schema: { params: IssueAddress } }, (request, reply) =>
    sendSummary(services, request, reply),
  )
  const versioned = { config, schema: { params: VersionAddress } }
  app.get(`${path}/:issue/versions/:version`, versioned, (request, reply) =>
    sendSummary(services, request, reply, Number(request.params.version)),
  )
}

async function sendSummary(
  services: SummariesServices,
  { viewer, params }: FastifyRequest,
  reply: FastifyReply,
  asked?: number,
) {
  const where = await whereOf(services, viewer, params as IssueParams)
  const summary = await readSummary(services.db, where.request, where.issue, asked)
  if (!summary) throw new NotFound('Nothing is published of this issue.')
  const mayEdit = mayIn(viewer, 'summary.read-draft', where.process.id)
  return sendPage(reply, <SummaryPage {...where} {...summary} mayEdit={mayEdit} />)
}
