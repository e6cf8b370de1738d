import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { listReasons } from '../moderation/index.ts'
import { sendPage } from '../platform/http/index.ts'
import type { Services } from '../platform/services.ts'
import { eraseFound, type Found, findToErase, tollOf } from './erase-found.ts'
import { ErasePage, type EraseProps } from './pages/erase-page.tsx'
import { ErasedPage } from './pages/erased-page.tsx'
import type { ErasingServices } from './services.ts'
import type { ErasingTables } from './tables.ts'

const text = Type.Optional(Type.String({ maxLength: 300 }))
const Query = Type.Object({ what: text })
const Form = Type.Object({ what: text, reason: text, confirm: text }, { additionalProperties: false })
const config = { action: 'erase-person' }

const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase()

export const erasingRoutes: FastifyPluginAsyncTypebox<ErasingServices & Services<ErasingTables>> = async (
  app,
  services,
) => {
  const { db, clock } = services

  async function sendForm(reply: FastifyReply, form: Partial<EraseProps>, found: Found | undefined) {
    const reasons = await listReasons(db, { act: 'erase' })
    const wrong = new Set(form.wrong)
    if (form.what && !found) wrong.add('what')
    const shown = { called: found?.called, numbers: found?.numbers ?? [], toll: found ? tollOf(found) : [] }
    const props = { what: '', draft: {}, ...form, ...shown, reasons, wrong }
    return sendPage(reply, <ErasePage {...props} />, wrong.size > 0 ? 422 : 200)
  }

  app.get('/erase', { config, schema: { querystring: Query } }, async (request, reply) => {
    const { what = '' } = request.query
    return sendForm(reply, { what }, what ? await findToErase(db, what) : undefined)
  })

  app.post('/erase', { config, schema: { body: Form } }, async (request, reply) => {
    const { what = '', reason = '', confirm = '' } = request.body
    const found = await findToErase(db, what)
    const known = (await listReasons(db, { act: 'erase' })).some(({ code }) => code === reason)
    const wrong = new Set<'reason' | 'confirm' | 'last-administrator'>()
    if (!known) wrong.add('reason')
    if (found && !same(confirm, found.called)) wrong.add('confirm')
    const draft = { reason, confirm }
    if (!found || wrong.size > 0) return sendForm(reply, { what, draft, wrong }, found)
    const by = request.viewer.person
    const outcome = await eraseFound(services, found, { reason, by, at: clock.now() })
    if (outcome === 'last-administrator')
      return sendForm(reply, { what, draft, wrong: new Set([outcome]) }, found)
    return sendPage(reply, <ErasedPage toll={tollOf(found)} />)
  })
}
