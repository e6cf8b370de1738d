import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { ParticipantsTables } from '../participants/index.ts'
import { NotFound } from '../platform/errors.ts'
import { sendPage } from '../platform/http/index.ts'
import type { Services } from '../platform/services.ts'
import { findProcess, type Process, type ProcessesTables } from '../processes/index.ts'
import type { RecordTables } from '../record/index.ts'
import { logCsv, type NameRefs } from './log-csv.ts'
import { parsePlace, placeText } from './log-place.ts'
import { listObjections } from './objections/store.ts'
import { ModerationLogPage } from './pages/moderation-log-page.tsx'
import { secondLookRoutes } from './second-look/routes.tsx'
import { listTurnedDown, proposedAt } from './second-look/store.ts'
import { countDecisions, listDecisions, listReasons } from './store.ts'
import type { ModerationTables } from './tables.ts'

export interface ModerationServices
  extends Services<ModerationTables & ProcessesTables & ParticipantsTables & RecordTables> {
  /** Only the portal knows what every kind of thing is called. */
  nameRefs: NameRefs
}

const A_PAGE = 50

const Params = Type.Object({ slug: Type.String({ maxLength: 200 }) })
const Query = Type.Object({ before: Type.Optional(Type.String({ maxLength: 100 })) })
const config = { action: 'moderation.read-log' }

async function publicProcess(db: ModerationServices['db'], slug: string): Promise<Process> {
  const process = await findProcess(db, slug)
  if (!process?.publishedAt) throw new NotFound('no such process')
  return process
}

type App = Parameters<FastifyPluginCallbackTypebox<ModerationServices>>[0]

export const moderationRoutes: FastifyPluginCallbackTypebox<ModerationServices> = (app, services, done) => {
  logRoutes(app, services)
  secondLookRoutes(app, services)
  done()
}

const A_LIST = 200

function logRoutes(app: App, services: ModerationServices) {
  const { db, nameRefs, clock } = services
  app.get(
    '/processes/:slug/moderation-log',
    { config, schema: { params: Params, querystring: Query } },
    async (request, reply) => {
      const process = await publicProcess(db, request.params.slug)
      const from = parsePlace(request.query.before)
      const found = await listDecisions(db, process.id, { from, limit: A_PAGE + 1 })
      const decisions = found.slice(0, A_PAGE)
      const last = decisions.at(-1)
      const turnedDown = from === undefined ? await listTurnedDown(db, process.id, A_LIST) : []
      const objections = from === undefined ? await listObjections(db, process.id, A_LIST) : []
      const [counts, reasons, names, proposed] = await Promise.all([
        countDecisions(db, process.id),
        listReasons(db, { retired: true }),
        nameRefs([...decisions, ...turnedDown, ...objections].map(({ about }) => about)),
        proposedAt(
          db,
          decisions.map((one) => one.id),
        ),
      ])
      const page = (
        <ModerationLogPage
          process={process}
          now={clock.now()}
          older={last && found.length > A_PAGE ? placeText(last) : undefined}
          first={from === undefined}
          {...{ counts, decisions, turnedDown, objections, proposed, names, reasons }}
        />
      )
      return sendPage(reply, page)
    },
  )
  app.get(
    '/processes/:slug/moderation-log.csv',
    { config, schema: { params: Params } },
    async (request, reply) => {
      const process = await publicProcess(db, request.params.slug)
      reply.header('content-disposition', `attachment; filename="${process.slug}-moderation-log.csv"`)
      return reply.type('text/csv; charset=utf-8').send(logCsv(db, process.id, nameRefs))
    },
  )
}
