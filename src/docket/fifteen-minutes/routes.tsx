import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { listStakeholderGroups, type ParticipantsTables } from '../../participants/index.ts'
import { sendPage } from '../../platform/http/index.ts'
import type { Services } from '../../platform/services.ts'
import type { ProcessesTables } from '../../processes/index.ts'
import { findSeenRequest, type RequestsTables } from '../../requests/index.ts'
import type { CommentTables } from '../comments/tables.ts'
import { chooseFew } from './model.ts'
import { FifteenMinutesPage } from './pages/fifteen-minutes-page.tsx'
import { countAnswersOf } from './store.ts'

type Tables = CommentTables & RequestsTables & ProcessesTables & ParticipantsTables

const schema = {
  params: Type.Object({ docket: Type.String({ maxLength: 80 }) }),
  querystring: Type.Object({ group: Type.Optional(Type.String({ maxLength: 100 })) }),
}

export const fifteenMinutesRoutes: FastifyPluginAsyncTypebox<Services<Tables>> = async (
  app,
  { db, clock },
) => {
  const config = { action: 'comment.list' }
  app.get('/requests/:docket/fifteen-minutes', { config, schema }, async (request, reply) => {
    const { request: asked, process } = await findSeenRequest(db, request.viewer, request.params.docket)
    const groups = await listStakeholderGroups(db)
    const group = groups.find(({ slug }) => slug === request.query.group)
    const answered = group && (await countAnswersOf(db, asked.id, group.slug))
    const chosen = group && answered && { group, answered, few: chooseFew(asked.questions, answered) }
    return sendPage(
      reply,
      <FifteenMinutesPage {...{ request: asked, process, groups, chosen }} now={clock.now()} />,
    )
  })
}
