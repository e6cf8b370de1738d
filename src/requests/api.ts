import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { listProcesses } from '../processes/index.ts'
import { answerOf } from './answer.ts'
import { RequestAnswer } from './schemas.ts'
import { findSeen, maySee, type Reading } from './seen.ts'
import { listRequests } from './store.ts'

const Params = Type.Object({ docket: Type.String({ maxLength: 60 }) })
const tags = ['Requests for comment']

export const requestsApi: FastifyPluginAsyncTypebox<Reading> = async (app, { db, clock, origin }) => {
  app.get(
    '/api/requests',
    {
      config: { action: 'request.list' },
      schema: {
        tags,
        summary: 'Every request for comment, the latest deadline first',
        response: { 200: Type.Object({ requests: Type.Array(RequestAnswer) }) },
      },
    },
    async ({ viewer }) => {
      const processes = new Map((await listProcesses(db)).map((process) => [process.id, process]))
      const seen = (await listRequests(db)).filter((request) => maySee(viewer, request))
      const requests = seen.flatMap((request) => {
        const process = processes.get(request.processId)
        return process ? [answerOf(request, process, clock.now(), origin)] : []
      })
      return { requests }
    },
  )

  app.get(
    '/api/requests/:docket',
    {
      config: { action: 'request.read' },
      schema: {
        tags,
        summary: 'One request for comment',
        params: Params,
        response: { 200: RequestAnswer },
      },
    },
    async ({ viewer, params }) => {
      const { request, process } = await findSeen(db, viewer, params.docket)
      return answerOf(request, process, clock.now(), origin)
    },
  )
}
