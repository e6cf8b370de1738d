import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { findSeenRequest } from '../../requests/index.ts'
import { listAddress } from './address.ts'
import { askedOf } from './asked.ts'
import { findSeenComment } from './find-seen-comment.ts'
import { factsOfRow } from './json.ts'
import { readBodies } from './read-bodies.ts'
import { readCounts, readPage } from './read-docket.ts'
import type { ReadingServices } from './routes.tsx'
import { CommentList, ListQuery, WholeCommentBody } from './schemas.ts'

const A_PAGE = 100

const list = { action: 'comment.list' }
const read = { action: 'comment.read' }

/** What stands in no response schema is not sent, whatever a query brought along. */
export const readingApi: FastifyPluginAsyncTypebox<ReadingServices> = async (app, { db, origin }) => {
  app.get(
    '/api/requests/:docket/comments',
    {
      config: list,
      schema: {
        params: Type.Object({ docket: Type.String({ maxLength: 80 }) }),
        querystring: ListQuery,
        response: { 200: CommentList },
      },
    },
    async (request) => {
      const { request: found } = await findSeenRequest(db, request.viewer, request.params.docket)
      const asked = askedOf(request.query)
      const [{ counts }, page] = await Promise.all([
        readCounts(db, found),
        readPage(db, found, asked, request.query, A_PAGE),
      ])
      const { matching, rows, places } = page
      const next = places.from
        ? `${origin}/api${listAddress(found.docket, asked, { from: places.from })}`
        : null
      const comments = rows.map((row) => factsOfRow(row, origin))
      return { docket: found.docket, counts, matching: matching.count, more: matching.more, comments, next }
    },
  )

  app.get(
    '/api/comments/:number',
    {
      config: read,
      schema: {
        params: Type.Object({ number: Type.String({ maxLength: 100 }) }),
        response: { 200: WholeCommentBody },
      },
    },
    async (request) => {
      const { comment, request: asks } = await findSeenComment(db, request.viewer, request.params.number)
      const [body] = await readBodies(db, asks, [comment], origin)
      if (!body) throw new Error('The comment was not read.')
      return body
    },
  )
}
