import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { sendPage } from '../../platform/http/index.ts'
import { processAt } from '../codebook/read-process.ts'
import { listCodes } from '../codebook/store.ts'
import type { CodingServices } from '../coding/services.ts'
import { agreementCsv } from './agreement-csv.ts'
import { measureAgreement } from './measure.ts'
import { AdjudicationPage } from './pages/adjudication-page.tsx'
import { AgreementPage } from './pages/agreement-page.tsx'
import { ProcessAddress } from './schemas.ts'
import { settlingRoutes } from './settling/routes.tsx'
import { countDifferences, listDifferences, listUnits } from './store.ts'

const SHOWN = 50

/** How well coders agree, and the differences that wait to be settled. */
export const agreementRoutes: FastifyPluginAsyncTypebox<CodingServices> = async (app, services) => {
  const { db, clock } = services
  const circumstances = async ({ params }: FastifyRequest) => ({
    process: (await processAt(db, (params as { slug: string }).slug)).id,
  })
  const route = { config: { action: 'coding.read', circumstances }, schema: { params: ProcessAddress } }
  const measured = async (slug: string) => {
    const process = await processAt(db, slug)
    const [units, codes] = [await listUnits(db, process.id), await listCodes(db, process.id)]
    return { process, agreement: measureAgreement(units, codes, process.issues) }
  }

  app.get('/processes/:slug/agreement', route, async ({ params }, reply) => {
    const { process, agreement } = await measured(params.slug)
    const differences = await countDifferences(db, process.id)
    return sendPage(reply, <AgreementPage {...{ process, agreement, differences }} now={clock.now()} />)
  })

  app.get('/processes/:slug/agreement.csv', route, async ({ params }, reply) => {
    const { process, agreement } = await measured(params.slug)
    reply.header('content-disposition', `attachment; filename="${process.slug}-agreement.csv"`)
    return reply.type('text/csv; charset=utf-8').send(agreementCsv(agreement))
  })

  app.get('/processes/:slug/adjudication', route, async ({ params }, reply) => {
    const process = await processAt(db, params.slug)
    const waiting = await listDifferences(db, process.id, 'waiting', SHOWN)
    const settled = await listDifferences(db, process.id, 'settled', SHOWN)
    return sendPage(
      reply,
      <AdjudicationPage {...{ process, waiting, settled, most: SHOWN }} now={clock.now()} />,
    )
  })
  app.register(settlingRoutes, services)
}
