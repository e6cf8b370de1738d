import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { Actor } from '../participants/index.ts'
import { fillParts, type OfferedPart } from '../platform/html/index.ts'
import { sendPage } from '../platform/http/index.ts'
import { inZone } from '../platform/i18n/index.ts'
import { circumstancesOf, type Process } from '../processes/index.ts'
import { calendarOf } from './calendar.ts'
import type { RequestForComment } from './model.ts'
import { HomePage, RequestsPage } from './pages/home-page.tsx'
import { Preparing } from './pages/preparing.tsx'
import { RequestPage, type RequestPageProps } from './pages/request-page.tsx'
import { findSeen, may, maySee, type Reading } from './seen.ts'
import { listRequests } from './store.ts'
import { type WordKey, words } from './words.ts'

const Docket = Type.Object({ docket: Type.String({ maxLength: 60 }) })

/** Where an act on a request happens, for the policy table. */
export const inRequest =
  ({ db, clock }: Reading) =>
  async (request: FastifyRequest) => {
    const { docket } = request.params as { docket: string }
    const { process } = await findSeen(db, request.viewer, docket)
    return circumstancesOf(process, clock.now())
  }

interface Found {
  request: RequestForComment
  process: Process
}

/** The page as this viewer meets it: a draft carries on top what may be done with it. */
export function pageProps(
  found: Found,
  viewer: Actor,
  now: RequestPageProps['now'],
  refused?: WordKey,
): RequestPageProps {
  const isDraft = found.request.publishedAt === undefined
  const mayExtend = !isDraft && may(viewer, 'request.extend', found.process.id)
  return {
    ...found,
    now,
    mayExtend,
    ...(isDraft && { preparing: <Preparing {...found} refused={refused} /> }),
  }
}

export interface RequestsServices extends Reading {
  /** What later steps have for this viewer to do. */
  parts: readonly OfferedPart<Actor>[]
}

export const requestsRoutes: FastifyPluginAsyncTypebox<RequestsServices> = async (app, services) => {
  const { db, clock, origin, parts } = services
  const listing = { action: 'request.list' }
  const reading = { action: 'request.read', circumstances: inRequest(services) }

  app.get('/', { config: listing }, async ({ viewer, log }, reply) => {
    const requests = (await listRequests(db)).filter(({ publishedAt }) => publishedAt)
    const mayCreate = may(viewer, 'request.create', '')
    const refs = requests.map(({ id }) => ({ kind: 'request', id }))
    const fill = await fillParts(parts, 'waits-for-you', refs, viewer, (error) => log.error(error))
    const waiting = refs.flatMap(fill)
    return sendPage(reply, <HomePage {...{ requests, mayCreate, waiting }} now={clock.now()} />)
  })

  app.get('/requests', { config: listing }, async ({ viewer }, reply) => {
    const requests = (await listRequests(db)).filter((request) => maySee(viewer, request))
    return sendPage(reply, <RequestsPage requests={requests} now={clock.now()} />)
  })

  app.get(
    '/requests/:docket',
    { config: reading, schema: { params: Docket } },
    async ({ viewer, params }, reply) => {
      const found = await findSeen(db, viewer, params.docket)
      const { docket } = found.request
      if (docket !== params.docket) return reply.redirect(`/requests/${docket}`, 301)
      return sendPage(reply, <RequestPage {...pageProps(found, viewer, clock.now())} />)
    },
  )

  app.get(
    '/requests/:docket/deadline.ics',
    { config: reading, schema: { params: Docket } },
    async ({ viewer, params, locale }, reply) => {
      const { request } = await findSeen(db, viewer, params.docket)
      const t = words.in(locale)
      const { docket, title, deadline, deadlines } = request
      const announced = inZone(deadline.at, deadline.zone, locale)
      const url = `${origin}/requests/${docket}`
      const text = calendarOf({
        uid: `${request.id}@${new URL(origin).hostname}`,
        at: deadline.at,
        stamp: deadlines.at(-1)?.setAt ?? request.createdAt,
        sequence: deadlines.length - 1,
        summary: t('calendarSummary', { title }),
        description: t('calendarText', { docket, deadline: announced }),
        url,
      })
      reply.header('content-disposition', `attachment; filename="${docket}.ics"`)
      return reply.type('text/calendar; charset=utf-8').send(text)
    },
  )
}
