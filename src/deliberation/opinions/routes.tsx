import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { listStakeholderGroups } from '../../participants/index.ts'
import { NotFound } from '../../platform/errors.ts'
import { sendPage } from '../../platform/http/index.ts'
import type { Services } from '../../platform/services.ts'
import type { DeliberationId } from '../deliberations/model.ts'
import { DeliberationAddress } from '../deliberations/schemas.ts'
import { seenDeliberation } from '../deliberations/seen.ts'
import { withPublicWords } from '../statements/read-statements.ts'
import { listStatements } from '../statements/store.ts'
import type { OpinionVersion } from './model.ts'
import { opinionsCsv } from './opinions-csv.ts'
import { OpinionsPage } from './pages/opinions-page.tsx'
import { findMap, type OpinionsDatabase, type OpinionsDb } from './store.ts'

const path = '/processes/:slug/deliberations/:deliberation/opinions'
const reading = { config: { action: 'opinions.read' }, schema: { params: DeliberationAddress } }

/** The words that the public reads now: a map may be a moment older than what was withheld. */
async function textsOf(db: OpinionsDb, deliberation: DeliberationId): Promise<Map<number, string>> {
  const listed = await listStatements(db, { deliberation, states: ['posted'] })
  const worded = await withPublicWords(db, listed)
  return new Map(worded.map(({ number, text }) => [number, text]))
}

/** What programs read: nothing of statements that the public does not read now. */
function answerOf(map: OpinionVersion, texts: ReadonlyMap<number, string>) {
  const known = <One extends { statement: number }>(some: readonly One[]) =>
    some.filter(({ statement }) => texts.has(statement))
  const numbers = (some: readonly number[]) => some.filter((number) => texts.has(number))
  return {
    ...map,
    statements: [...texts].map(([number, text]) => ({ number, text })),
    all: known(map.all),
    groups: map.groups.map((group) => ({ ...group, stands: known(group.stands), votes: known(group.votes) })),
    agreed: { agree: numbers(map.agreed.agree), disagree: numbers(map.agreed.disagree) },
    ...{ bridges: numbers(map.bridges), divides: numbers(map.divides), uncertain: numbers(map.uncertain) },
  }
}

export const opinionsRoutes: FastifyPluginAsyncTypebox<Services<OpinionsDatabase>> = async (
  app,
  { db, clock },
) => {
  app.get(path, reading, async ({ viewer, params }, reply) => {
    const seen = await seenDeliberation(db, viewer, params)
    const [map, texts] = [await findMap(db, seen.deliberation.id), await textsOf(db, seen.deliberation.id)]
    const known = await listStakeholderGroups(db)
    return sendPage(reply, <OpinionsPage {...seen} {...{ map, texts, known }} now={clock.now()} />)
  })

  app.get(`${path}.json`, reading, async ({ viewer, params }) => {
    const { deliberation } = await seenDeliberation(db, viewer, params)
    const map = await findMap(db, deliberation.id)
    if (!map) throw new NotFound('Nobody has voted yet.')
    return answerOf(map, await textsOf(db, deliberation.id))
  })

  app.get(`${path}.csv`, reading, async ({ viewer, params }, reply) => {
    const { process, deliberation } = await seenDeliberation(db, viewer, params)
    const map = await findMap(db, deliberation.id)
    if (!map) throw new NotFound('Nobody has voted yet.')
    const name = `${process.slug}-deliberation-${deliberation.number}-opinions.csv`
    reply.header('content-disposition', `attachment; filename="${name}"`)
    return reply.type('text/csv; charset=utf-8').send(opinionsCsv(map, await textsOf(db, deliberation.id)))
  })
}
