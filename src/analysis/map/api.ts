import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { cellAddress } from './address.ts'
import { mapAnswer, saidAnswer } from './answer.ts'
import { cellOf, readCell } from './excerpts/read-cell.ts'
import { filtersOf } from './filters-of.ts'
import { readMap } from './read-map.ts'
import { CellAnswer, CellQuery, DocketAddress, MapAnswer, MapQuery } from './schemas.ts'
import { findSeenMap } from './seen.ts'
import type { MapServices } from './services.ts'

const MANY = 200
const config = { action: 'map.read' }
const tags = ['Requests for comment']

export const mapApi: FastifyPluginAsyncTypebox<MapServices> = async (app, { db, origin }) => {
  const path = '/api/requests/:docket/map'
  const map = { params: DocketAddress, querystring: MapQuery, response: { 200: MapAnswer } }
  const summary = 'Who says what about each issue'
  app.get(path, { config, schema: { ...map, tags, summary } }, async ({ viewer, params, query }) => {
    const seen = await findSeenMap(db, viewer, params.docket)
    return mapAnswer(seen, await readMap(db, viewer, seen, filtersOf(query)))
  })

  const cell = { params: DocketAddress, querystring: CellQuery, response: { 200: CellAnswer } }
  const about = 'The excerpts behind a place of the map'
  const schema = { ...cell, tags, summary: about }
  app.get(`${path}/excerpts`, { config, schema }, async ({ viewer, params, query }) => {
    const seen = await findSeenMap(db, viewer, params.docket)
    const { request, process } = seen
    const { issue, group, position, filters } = cellOf(process, query)
    const { excerpts, next } = await readCell(db, viewer, seen, query, MANY)
    const at = { issue: issue?.number, group, position, after: next }
    return {
      docket: request.docket,
      list: excerpts.map((one) => saidAnswer(one, process.issues, origin)),
      next: next ? `${origin}/api${cellAddress(request.docket, at, filters)}` : null,
    }
  })
}
