import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { Forbidden } from '../../../platform/errors.ts'
import { findSeenComment } from '../../reading/find-seen-comment.ts'
import type { ClaimsServices } from '../services.ts'
import { vouch } from './vouch.ts'

export const vouchingRoutes: FastifyPluginAsyncTypebox<ClaimsServices> = async (app, { db, clock }) => {
  const schema = { params: Type.Object({ number: Type.String({ maxLength: 100 }) }) }
  const config = { action: 'comment.vouch' }
  app.post('/comments/:number/vouch', { config, schema }, async ({ viewer, params }, reply) => {
    const { comment } = await findSeenComment(db, viewer, params.number)
    const vouched = await vouch(db, viewer, comment.id, clock.now())
    if (vouched === 'not-yours') throw new Forbidden('Only who speaks for the organisation confirms for it.')
    return reply.redirect(`/comments/${comment.number}`, 303)
  })
}
