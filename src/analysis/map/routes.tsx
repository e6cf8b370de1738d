import { Readable } from 'node:stream'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { type Actor, listStakeholderGroups } from '../../participants/index.ts'
import { fillParts } from '../../platform/html/index.ts'
import { sendPage } from '../../platform/http/index.ts'
import { findSeenRequest, listRequests } from '../../requests/index.ts'
import { mapAddress } from './address.ts'
import { compareRoutes } from './comparing/routes.tsx'
import { excerptsCsv, mapCsv, missingCsv } from './csv.ts'
import { cellOf, readCell } from './excerpts/read-cell.ts'
import { filtersOf } from './filters-of.ts'
import { CellPage } from './pages/cell-page.tsx'
import { MapPage } from './pages/map-page.tsx'
import { publishMap, takeMapBack } from './publishing/publish-map.ts'
import { findPublished } from './publishing/store.ts'
import { readMap } from './read-map.ts'
import { type CellQuery, CellQuery as CellSchema, DocketAddress, MapQuery } from './schemas.ts'
import { findSeenMap, mayOnMap, type SeenMap } from './seen.ts'
import type { MapDb, MapPageServices } from './services.ts'

type App = Parameters<FastifyPluginAsyncTypebox<MapPageServices>>[0]

const [SHOWN, MANY] = [25, 1000]
const config = { action: 'map.read' }
const path = '/requests/:docket/map'
const csv = 'text/csv; charset=utf-8; header=present'
const named = (docket: string, what: string) => `attachment; filename="${docket}-${what}.csv"`

/** The position map of a request: for its analysts, and for everyone once it is published. */
export const mapRoutes: FastifyPluginAsyncTypebox<MapPageServices> = async (app, services) => {
  mapPages(app, services)
  cellPages(app, services)
  publishing(app, services)
  app.register(compareRoutes, services)
}

/** The other requests of a process whose maps the viewer may see. */
async function othersOf(db: MapDb, viewer: Actor, { request, process }: SeenMap) {
  const others = (await listRequests(db, process.id)).filter(({ id }) => id !== request.id)
  const published = await findPublished(
    db,
    others.map(({ id }) => id),
  )
  const all = mayOnMap(viewer, 'map.read-unpublished', process.id)
  return others.filter(({ id, publishedAt }) => (all && publishedAt) || published.has(id))
}

function mapPages(app: App, { db, clock }: MapPageServices) {
  const schema = { params: DocketAddress, querystring: MapQuery }
  app.get(path, { config, schema }, async ({ viewer, params, query }, reply) => {
    const seen = await findSeenMap(db, viewer, params.docket)
    const filters = filtersOf(query)
    const [map, others] = [await readMap(db, viewer, seen, filters), await othersOf(db, viewer, seen)]
    const mayPublish = mayOnMap(viewer, 'map.publish', seen.process.id)
    return sendPage(reply, <MapPage {...{ ...seen, map, filters, others, mayPublish }} now={clock.now()} />)
  })

  app.get(`${path}.csv`, { config, schema }, async ({ viewer, params, query }, reply) => {
    const seen = await findSeenMap(db, viewer, params.docket)
    const { counts } = await readMap(db, viewer, seen, filtersOf(query))
    reply.header('content-disposition', named(seen.request.docket, 'position-map'))
    return reply.type(csv).send(mapCsv(seen.process.issues, counts))
  })

  app.get(`${path}/missing.csv`, { config, schema }, async ({ viewer, params, query }, reply) => {
    const seen = await findSeenMap(db, viewer, params.docket)
    const { silence } = await readMap(db, viewer, seen, filtersOf(query))
    reply.header('content-disposition', named(seen.request.docket, 'missing-voices'))
    return reply.type(csv).send(missingCsv(silence))
  })
}

function cellPages(app: App, { db, clock, parts }: MapPageServices) {
  const schema = { params: DocketAddress, querystring: CellSchema }
  app.get(`${path}/excerpts`, { config, schema }, async ({ viewer, params, query, log }, reply) => {
    const seen = await findSeenMap(db, viewer, params.docket)
    const [page, groups] = [await readCell(db, viewer, seen, query, SHOWN), await listStakeholderGroups(db)]
    const refs = page.excerpts.map(({ id }) => ({ kind: 'excerpt', id }))
    const fill = await fillParts(parts, 'beside-excerpt', refs, viewer, (error) => log.error(error))
    const beside = (id: string) => fill({ kind: 'excerpt', id })
    const props = { ...seen, ...cellOf(seen.process, query), ...page, groups, beside, now: clock.now() }
    return sendPage(reply, <CellPage {...props} further={Boolean(query.after)} />)
  })

  app.get(`${path}/excerpts.csv`, { config, schema }, async ({ viewer, params, query }, reply) => {
    const seen = await findSeenMap(db, viewer, params.docket)
    reply.header('content-disposition', named(seen.request.docket, 'excerpts'))
    cellOf(seen.process, query)
    return reply.type(csv).send(Readable.from(excerptLines(db, viewer, seen, query)))
  })
}

/** All excerpts behind a place of the map, a piece at a time. */
async function* excerptLines(db: MapDb, viewer: Actor, seen: SeenMap, query: CellQuery) {
  const { issues } = seen.process
  for (let [after, begins]: [string | undefined, boolean] = ['', true]; after !== undefined; begins = false) {
    const { excerpts, next } = await readCell(db, viewer, seen, { ...query, after }, MANY)
    yield excerptsCsv(issues, excerpts, begins)
    after = next
  }
}

function publishing(app: App, { db, clock }: MapPageServices) {
  const circumstances = async (request: FastifyRequest) => {
    const { docket } = request.params as { docket: string }
    return { process: (await findSeenRequest(db, request.viewer, docket)).process.id }
  }
  const consumes = ['application/x-www-form-urlencoded']
  const route = {
    config: { action: 'map.publish', circumstances },
    schema: { params: DocketAddress, querystring: MapQuery, consumes },
  }
  for (const [way, act] of [
    ['publish', publishMap],
    ['take-back', takeMapBack],
  ] as const) {
    app.post(`${path}/${way}`, route, async ({ viewer, params, query }, reply) => {
      const { request } = await findSeenMap(db, viewer, params.docket)
      await act(db, viewer, request, clock.now())
      return reply.redirect(mapAddress(request.docket, filtersOf(query)), 303)
    })
  }
}
