import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply } from 'fastify'
import { sendPage } from '../../platform/http/index.ts'
import { isAddress, type MailTables } from '../../platform/mail/index.ts'
import type { Services } from '../../platform/services.ts'
import type { RecordTables } from '../../record/index.ts'
import { type WrongFields, wrongFields } from '../form-problems.tsx'
import type { InstallationTables } from '../installation/tables.ts'
import { findPersonByEmail } from '../people/store.ts'
import type { PeopleTables } from '../people/tables.ts'
import { askForLink } from './ask-for-link.ts'
import { browserName, ownPath } from './model.ts'
import { LinkGonePage, LinkPage } from './pages/link-page.tsx'
import { LinkSentPage } from './pages/link-sent-page.tsx'
import { SignInPage } from './pages/sign-in-page.tsx'
import { LinkForm, LinkParams, SignInForm, SignInQuery } from './schemas.ts'
import { hashOf } from './secret.ts'
import { signIn } from './sign-in.ts'
import { findLink } from './store.ts'
import type { SignInTables } from './tables.ts'
import { sessionCookie } from './viewer.ts'

export interface SignInServices
  extends Services<PeopleTables & InstallationTables & SignInTables & MailTables & RecordTables> {
  /** No mail server is set: letters stay in the mailbox that an administrator reads. */
  mailbox: boolean
}

const reading = { action: 'sign-in' }
const config = { ...reading, rateLimit: { max: 30, timeWindow: '10 minutes' } }

export const signInRoutes: FastifyPluginCallbackTypebox<SignInServices> = (app, services, done) => {
  const { db, clock, origin, mailbox } = services

  app.get('/sign-in', { config: reading, schema: { querystring: SignInQuery } }, (request, reply) =>
    sendPage(reply, <SignInPage next={ownPath(request.query.to)} />),
  )

  app.post(
    '/sign-in',
    { config, schema: { body: SignInForm }, attachValidation: true },
    async (request, reply) => {
      const { email = '', to } = request.body
      const address = email.trim()
      const wrong = wrongFields(request.validationError, { email: isAddress(address) })
      if (wrong.size > 0) {
        return sendPage(reply, <SignInPage email={email} next={ownPath(to)} wrong={wrong} />, 422)
      }
      await askForLink(services, { email: address, next: to, from: request.ip, locale: request.locale })
      return sendPage(reply, <LinkSentPage email={address} mailbox={mailbox} />)
    },
  )

  const pageOf = async (secret: string, name?: string) => {
    const link = await findLink(db, hashOf(secret), clock.now())
    if (!link) return undefined
    const newcomer = !(await findPersonByEmail(db, link.email))
    return { secret, email: link.email, newcomer, name }
  }

  const askAgain = async (reply: FastifyReply, secret: string, name: string, wrong: WrongFields) => {
    const page = await pageOf(secret, name)
    if (!page) return sendPage(reply, <LinkGonePage />, 410)
    return sendPage(reply, <LinkPage {...page} wrong={wrong.size > 0 ? wrong : new Set(['name'])} />, 422)
  }

  app.get('/sign-in/:secret', { config, schema: { params: LinkParams } }, async (request, reply) => {
    const page = await pageOf(request.params.secret)
    return page ? sendPage(reply, <LinkPage {...page} />) : sendPage(reply, <LinkGonePage />, 410)
  })

  app.post(
    '/sign-in/:secret',
    { config, schema: { params: LinkParams, body: LinkForm }, attachValidation: true },
    async (request, reply) => {
      const { secret } = request.params
      const { name = '' } = request.body ?? {}
      const wrong = wrongFields(request.validationError)
      const who = { name: name.trim(), browser: browserName(request.headers['user-agent']) }
      const answer = wrong.size > 0 ? { wrong } : await signIn(services, secret, who)
      if (!('session' in answer)) return askAgain(reply, secret, name, wrong)
      const cookie = sessionCookie(origin)
      return reply.setCookie(cookie.name, answer.session, cookie.options).redirect(answer.next, 303)
    },
  )
  done()
}
