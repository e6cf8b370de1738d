import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { listHolders, type ParticipantsTables } from '../../participants/index.ts'
import { NotFound } from '../../platform/errors.ts'
import { sendPage } from '../../platform/http/index.ts'
import type { Services } from '../../platform/services.ts'
import { findProcess, type ProcessesTables } from '../../processes/index.ts'
import type { RecordTables } from '../../record/index.ts'
import type { ModerationTables } from '../tables.ts'
import { requireSecondLook } from './require-second-look.ts'
import { moderatorRoles } from './second-look-of.ts'
import { SecondLookPage } from './second-look-page.tsx'
import { isSwitchedOff } from './store.ts'

type LookServices = Services<ModerationTables & ProcessesTables & ParticipantsTables & RecordTables>
type App = Parameters<FastifyPluginCallbackTypebox<LookServices>>[0]

const path = '/processes/:slug/second-look'
const Form = Type.Object({ required: Type.Enum(['yes', 'no']) }, { additionalProperties: false })

/** Whether withholding waits for a second moderator: a setting of the process. */
export function secondLookRoutes(app: App, services: LookServices): void {
  const { db, clock } = services
  const found = async ({ params }: FastifyRequest) => {
    const process = await findProcess(db, (params as { slug: string }).slug)
    if (!process) throw new NotFound('no such process')
    return process
  }
  const circumstances = async (request: FastifyRequest) => ({ process: (await found(request)).id })
  const config = { action: 'moderation.set-second-look', circumstances }
  const params = Type.Object({ slug: Type.String({ maxLength: 200 }) })

  app.get(path, { config, schema: { params } }, async (request, reply) => {
    const process = await found(request)
    const required = !(await isSwitchedOff(db, process.id))
    const moderators = await listHolders(db, moderatorRoles, process.id)
    return sendPage(reply, <SecondLookPage {...{ process, required, moderators }} now={clock.now()} />)
  })

  const schema = { params, body: Form, consumes: ['application/x-www-form-urlencoded'] }
  app.post(path, { config, schema }, async (request, reply) => {
    const { id, slug } = await found(request)
    await requireSecondLook(services, request.viewer, id, request.body.required === 'yes')
    return reply.redirect(`/processes/${slug}/second-look`, 303)
  })
}
