import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { DocketAddress } from '../schemas.ts'
import type { SummariesServices } from '../services.ts'
import { placeOf } from '../where.ts'
import { SummaryAnswer } from './answer.ts'
import { listPublished } from './list-published.ts'

const List = Type.Object({ docket: Type.String(), list: Type.Array(SummaryAnswer) })

export const summariesApi: FastifyPluginAsyncTypebox<SummariesServices> = async (app, services) => {
  const config = { action: 'summary.read' }
  const told = { tags: ['Requests for comment'], summary: 'Published summaries, sentence by sentence' }
  const schema = { params: DocketAddress, response: { 200: List }, ...told }
  app.get('/api/requests/:docket/summaries', { config, schema }, async ({ viewer, params }) => {
    const { request, process } = await placeOf(services, viewer, params.docket)
    return { docket: request.docket, list: await listPublished(services.db, request, process) }
  })
}
