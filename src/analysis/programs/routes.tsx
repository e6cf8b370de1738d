import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { decide } from '../../participants/index.ts'
import { Forbidden } from '../../platform/errors.ts'
import { sendPage } from '../../platform/http/index.ts'
import { findSeenRequest } from '../../requests/index.ts'
import { listCodes } from '../codebook/store.ts'
import { codingPolicy } from '../coding/access.ts'
import { countProgress } from '../coding/queue/store.ts'
import { programsPolicy } from './access.ts'
import type { Endpoint } from './asking/endpoint.ts'
import { localPrograms, type Program } from './model.ts'
import { ProgramsPage } from './pages/programs-page.tsx'
import { DocketAddress, SwitchForm } from './schemas.ts'
import type { ProgramServices } from './services.ts'
import { listStandings } from './using/list-standings.ts'
import { switchProgram } from './using/switch-program.ts'

export type ProgramRoutesServices = ProgramServices & { endpoint: Endpoint | undefined }

/** Which programs read the posted comments of a request, and the switch of each. */
export const programsRoutes: FastifyPluginAsyncTypebox<ProgramRoutesServices> = async (app, services) => {
  const { db, clock, endpoint } = services
  const seen = (request: FastifyRequest) =>
    findSeenRequest(db, request.viewer, (request.params as { docket: string }).docket)
  const circumstances = async (request: FastifyRequest) => ({ process: (await seen(request)).process.id })
  const path = '/requests/:docket/programs'
  const schema = { params: DocketAddress }

  app.get(path, { config: { action: 'programs.read', circumstances }, schema }, async (request, reply) => {
    const about = await seen(request)
    const process = about.process.id
    const asked: Program[] = [...localPrograms, 'endpoint']
    const may = (action: string) => decide(programsPolicy, request.viewer, action, { process })
    const onBench = decide(codingPolicy, request.viewer, 'coding.read', { process })
    const props = {
      ...{ ...about, endpoint, onBench, now: clock.now() },
      standings: await listStandings(db, about.request, asked),
      posted: (await countProgress(db, about.request.id)).posted,
      codes: onBench ? await listCodes(db, process) : [],
      ...{ maySwitch: may('program.switch'), maySend: may('program.send') },
    }
    return sendPage(reply, <ProgramsPage {...props} />)
  })

  const consumes = ['application/x-www-form-urlencoded']
  const switching = { action: 'program.switch', circumstances }
  app.post(
    path,
    { config: switching, schema: { ...schema, consumes, body: SwitchForm } },
    async (request, reply) => {
      const { request: asks, process } = await seen(request)
      const { program, switch: to } = request.body
      const sends = program === 'endpoint'
      if (sends && !decide(programsPolicy, request.viewer, 'program.send', { process: process.id }))
        throw new Forbidden('Only those who answer for the process send comments elsewhere.')
      await switchProgram(db, request.viewer, asks, { program, on: to === 'on' }, clock.now())
      return reply.redirect(`/requests/${asks.docket}/programs#${program}`, 303)
    },
  )
}
