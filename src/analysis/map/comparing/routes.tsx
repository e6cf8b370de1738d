import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { sendPage } from '../../../platform/http/index.ts'
import { filtersOf } from '../filters-of.ts'
import { ComparePage } from '../pages/compare-page.tsx'
import { CompareQuery, DocketAddress } from '../schemas.ts'
import type { MapServices } from '../services.ts'
import { compareCsv } from './compare-csv.ts'
import { readRounds } from './read-rounds.ts'

const config = { action: 'map.read' }
const path = '/requests/:docket/map/compare'

/** Two rounds of a process beside each other. */
export const compareRoutes: FastifyPluginAsyncTypebox<MapServices> = async (app, { db, clock }) => {
  const schema = { params: DocketAddress, querystring: CompareQuery }
  app.get(path, { config, schema }, async ({ viewer, params, query }, reply) => {
    const filters = filtersOf(query)
    const rounds = await readRounds(db, viewer, [params.docket, query.with ?? ''], filters)
    return sendPage(reply, <ComparePage {...rounds} filters={filters} now={clock.now()} />)
  })

  app.get(`${path}.csv`, { config, schema }, async ({ viewer, params, query }, reply) => {
    const { earlier, later, changes } = await readRounds(
      db,
      viewer,
      [params.docket, query.with ?? ''],
      filtersOf(query),
    )
    const name = `${earlier.seen.request.docket}-${later.seen.request.docket}-positions.csv`
    reply.header('content-disposition', `attachment; filename="${name}"`)
    return reply
      .type('text/csv; charset=utf-8; header=present')
      .send(compareCsv(later.seen.process.issues, changes))
  })
}
