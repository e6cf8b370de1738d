import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import { listStakeholderGroups } from '../../participants/index.ts'
import { NotFound } from '../../platform/errors.ts'
import { mayBeFramed, sendPage } from '../../platform/http/index.ts'
import type { Services } from '../../platform/services.ts'
import { findJudged } from '../defence/find-judged.ts'
import { DeliberationAddress } from '../deliberations/schemas.ts'
import { seenDeliberation } from '../deliberations/seen.ts'
import { publicTexts } from '../statements/read-statements.ts'
import { answerOf } from './answer.ts'
import { opinionsCsv } from './opinions-csv.ts'
import { EmbedPage } from './pages/embed-page.tsx'
import { OpinionsPage } from './pages/opinions-page.tsx'
import type { OpinionsProps } from './pages/props.ts'
import { findMap, type OpinionsDatabase } from './store.ts'

const path = '/processes/:slug/deliberations/:deliberation/opinions'
const config = { action: 'opinions.read' }
const reading = { config, schema: { params: DeliberationAddress } }
type Addressed = { slug: string; deliberation: string }
const Query = Type.Object({
  flagged: Type.Optional(Type.String({ maxLength: 20 })),
  statement: Type.Optional(Type.String({ maxLength: 20 })),
})

export const opinionsRoutes: FastifyPluginAsyncTypebox<Services<OpinionsDatabase>> = async (
  app,
  services,
) => {
  const { db } = services
  const schema = { params: DeliberationAddress, querystring: Query }
  app.get(path, { config, schema }, async (request, reply) => {
    const props = await propsOf(services, request)
    return sendPage(reply, <OpinionsPage {...props} />)
  })

  app.get(`${path}/embed`, reading, async (request, reply) => {
    const props = await propsOf(services, request)
    return sendPage(mayBeFramed(reply), <EmbedPage {...props} />)
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

/** What the pages show; whatever they are narrowed to that is not there is passed over. */
async function propsOf(
  { db, clock, origin }: Services<OpinionsDatabase>,
  { viewer, params, query }: FastifyRequest,
): Promise<OpinionsProps> {
  const seen = await seenDeliberation(db, viewer, params as Addressed)
  const { id } = seen.deliberation
  const [map, texts] = [await findMap(db, id), await publicTexts(db, id)]
  const known = await listStakeholderGroups(db)
  const { findings } = await findJudged(db, id)
  const { flagged, statement } = query as Static<typeof Query>
  const withoutThem = flagged === 'without' && map?.without !== undefined
  const chosen = texts.has(Number(statement)) ? Number(statement) : undefined
  return { ...seen, ...{ map, texts, known, findings, withoutThem, chosen, origin, now: clock.now() } }
}
