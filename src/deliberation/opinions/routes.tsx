import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { listStakeholderGroups } from '../../participants/index.ts'
import { NotFound } from '../../platform/errors.ts'
import { sendPage } from '../../platform/http/index.ts'
import type { Services } from '../../platform/services.ts'
import { findJudged } from '../defence/find-judged.ts'
import { DeliberationAddress } from '../deliberations/schemas.ts'
import { seenDeliberation } from '../deliberations/seen.ts'
import { publicTexts } from '../statements/read-statements.ts'
import { answerOf } from './answer.ts'
import { opinionsCsv } from './opinions-csv.ts'
import { OpinionsPage } from './pages/opinions-page.tsx'
import { findMap, type OpinionsDatabase } from './store.ts'

const path = '/processes/:slug/deliberations/:deliberation/opinions'
const config = { action: 'opinions.read' }
const reading = { config, schema: { params: DeliberationAddress } }
const Query = Type.Object({ flagged: Type.Optional(Type.String({ maxLength: 20 })) })

export const opinionsRoutes: FastifyPluginAsyncTypebox<Services<OpinionsDatabase>> = async (
  app,
  { db, clock },
) => {
  const schema = { params: DeliberationAddress, querystring: Query }
  app.get(path, { config, schema }, async ({ viewer, params, query }, reply) => {
    const seen = await seenDeliberation(db, viewer, params)
    const [map, texts] = [
      await findMap(db, seen.deliberation.id),
      await publicTexts(db, seen.deliberation.id),
    ]
    const known = await listStakeholderGroups(db)
    const { findings } = await findJudged(db, seen.deliberation.id)
    const withoutThem = query.flagged === 'without' && map?.without !== undefined
    return sendPage(
      reply,
      <OpinionsPage {...seen} {...{ map, texts, known, findings, withoutThem }} now={clock.now()} />,
    )
  })

  app.get(`${path}.json`, reading, async ({ viewer, params }) => {
    const { deliberation } = await seenDeliberation(db, viewer, params)
    const map = await findMap(db, deliberation.id)
    if (!map) throw new NotFound('Nobody has voted yet.')
    const { findings } = await findJudged(db, deliberation.id)
    return answerOf(map, findings, await publicTexts(db, deliberation.id))
  })

  app.get(`${path}.csv`, reading, async ({ viewer, params }, reply) => {
    const { process, deliberation } = await seenDeliberation(db, viewer, params)
    const map = await findMap(db, deliberation.id)
    if (!map) throw new NotFound('Nobody has voted yet.')
    const name = `${process.slug}-deliberation-${deliberation.number}-opinions.csv`
    reply.header('content-disposition', `attachment; filename="${name}"`)
    return reply
      .type('text/csv; charset=utf-8')
      .send(opinionsCsv(map, await publicTexts(db, deliberation.id)))
  })
}
