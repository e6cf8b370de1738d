import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { NotFound } from '../../platform/errors.ts'
import { sendPage } from '../../platform/http/index.ts'
import { findSeenRequest } from '../../requests/index.ts'
import { findToRead } from '../coding/readings/store.ts'
import { CommentAddress } from '../coding/schemas.ts'
import { blindOf } from '../map/seen.ts'
import type { MapServices } from '../map/services.ts'
import { ReadingPage } from './pages/reading-page.tsx'
import { listPassages } from './passages/store.ts'
import { maySee } from './seen.ts'

/** How a comment was read, for its sender and everyone else. */
export const standingRoutes: FastifyPluginAsyncTypebox<MapServices> = async (app, { db, clock }) => {
  const config = { action: 'map.read' }
  const schema = { params: CommentAddress }
  app.get('/comments/:number/reading', { config, schema }, async (request, reply) => {
    const { number } = request.params
    const comment = await findToRead(db, number)
    if (!comment) throw new NotFound('No such comment.')
    const about = await findSeenRequest(db, request.viewer, number.slice(0, number.lastIndexOf('-')))
    const ids = { request: about.request.id, process: about.process.id }
    const see = await maySee(db, request.viewer, [ids])
    if (!see(ids).seen) throw new NotFound('How this comment was read is not published.')
    const passages = await listPassages(db, comment.id, blindOf(request.viewer, about.process.id))
    return sendPage(reply, <ReadingPage {...about} {...{ number, passages }} now={clock.now()} />)
  })
}
