import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply } from 'fastify'
import { NotFound } from '../../platform/errors.ts'
import { sendPage } from '../../platform/http/index.ts'
import { isAddress } from '../../platform/mail/index.ts'
import type { Services } from '../../platform/services.ts'
import type { RecordTables } from '../../record/index.ts'
import { wrongFields } from '../form-problems.tsx'
import { findInstallation } from '../installation/store.ts'
import type { Actor } from '../model.ts'
import type { StakeholderGroup } from '../organisations/model.ts'
import { listStakeholderGroups } from '../organisations/store.ts'
import { browserName } from '../sign-in/model.ts'
import { sessionCookie } from '../sign-in/viewer.ts'
import type { ParticipantsTables } from '../tables.ts'
import { isSameCode } from './code.ts'
import { type Founding, foundInstallation } from './found-installation.ts'
import { CodePage } from './pages/code-page.tsx'
import { FoundingPage } from './pages/founding-page.tsx'
import { ReadyPage } from './pages/ready-page.tsx'
import { CodeQuery, FoundingForm } from './schemas.ts'

export interface FirstStartServices extends Services<ParticipantsTables & RecordTables> {
  /** What the start-up message shows and nobody else knows. */
  firstStartCode: string
  /** Loads the worked example and answers the path of its first page. */
  loadExample?: ((actor: Actor) => Promise<string>) | undefined
}

const founding = { action: 'found-installation', rateLimit: { max: 30, timeWindow: '10 minutes' } }
const example = { action: 'load-example' }

const trimmed = ({ installation, convenor, group, name, email }: FoundingForm): Founding => ({
  installation: installation.trim(),
  convenor: convenor.trim(),
  group,
  name: name.trim(),
  email: email.trim(),
})

const rulesOf = ({ email, group }: Partial<FoundingForm>, groups: readonly StakeholderGroup[]) => ({
  email: isAddress(email?.trim() ?? ''),
  group: groups.some(({ slug }) => slug === group),
})

export const firstStartRoutes: FastifyPluginCallbackTypebox<FirstStartServices> = (app, services, done) => {
  const { db, origin, firstStartCode, loadExample } = services

  /** Answers a word and not a reply: an awaited reply is only waited for, and the caller would go on. */
  async function obstacle(code = ''): Promise<'founded-already' | 'wrong-code' | undefined> {
    if (await findInstallation(db)) return 'founded-already'
    return isSameCode(code, firstStartCode) ? undefined : 'wrong-code'
  }

  function turnAway(reply: FastifyReply, why: 'founded-already' | 'wrong-code') {
    if (why === 'founded-already') return reply.redirect('/', 303)
    return sendPage(reply, <CodePage origin={origin} />, 403)
  }

  app.get(
    '/first-start',
    { config: founding, schema: { querystring: CodeQuery } },
    async (request, reply) => {
      const { code = '' } = request.query
      const why = await obstacle(code)
      if (why) return turnAway(reply, why)
      return sendPage(reply, <FoundingPage draft={{ code }} groups={await listStakeholderGroups(db)} />)
    },
  )

  app.post(
    '/first-start',
    { config: founding, schema: { body: FoundingForm }, attachValidation: true },
    async (request, reply) => {
      const draft = request.body ?? {}
      const why = await obstacle(draft.code)
      if (why) return turnAway(reply, why)
      const groups = await listStakeholderGroups(db)
      const wrong = wrongFields(request.validationError, rulesOf(draft, groups))
      if (wrong.size > 0) {
        return sendPage(reply, <FoundingPage draft={draft} groups={groups} wrong={wrong} />, 422)
      }
      const answer = await foundInstallation(
        services,
        trimmed(draft),
        browserName(request.headers['user-agent']),
      )
      if ('refused' in answer) return turnAway(reply, answer.refused)
      const cookie = sessionCookie(origin)
      const next = loadExample ? '/first-start/example' : '/'
      return reply.setCookie(cookie.name, answer.session, cookie.options).redirect(next, 303)
    },
  )

  app.get('/first-start/example', { config: example }, async (request, reply) => {
    const installation = await findInstallation(db)
    if (!installation || !loadExample) throw new NotFound('no example')
    return sendPage(reply, <ReadyPage installation={installation.name} name={request.viewer.name} />)
  })

  app.post('/first-start/example', { config: example }, async (request, reply) => {
    if (!loadExample) throw new NotFound('no example')
    return reply.redirect(await loadExample(request.viewer), 303)
  })
  done()
}
