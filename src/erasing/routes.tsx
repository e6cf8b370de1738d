import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { listReasons } from '../moderation/index.ts'
import { sendPage } from '../platform/http/index.ts'
import type { Services } from '../platform/services.ts'
import { eraseFound } from './erase-found.ts'
import { type Found, findToErase, tollOf } from './find-to-erase.ts'
import type { ErasingRefusal } from './model.ts'
import { ErasePage, type EraseProps } from './pages/erase-page.tsx'
import { ErasedPage } from './pages/erased-page.tsx'
import type { ErasingServices } from './services.ts'
import type { ErasingTables } from './tables.ts'

const text = Type.Optional(Type.String({ maxLength: 300 }))
const Asked = Type.Object({ what: text }, { additionalProperties: false })
const Form = Type.Object({ what: text, reason: text, confirm: text }, { additionalProperties: false })
const config = { action: 'erase-person' }

const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase()

const shown = (found: Found): EraseProps['found'] => ({
  called: found.called,
  person: found.person?.id,
  numbers: found.numbers,
  toll: tollOf(found),
  unfinished: found.unfinished,
})

/** Whom it is about is asked and said by POST alone: no address stands in the history of a browser, or in a log. */
export const erasingRoutes: FastifyPluginAsyncTypebox<ErasingServices & Services<ErasingTables>> = async (
  app,
  services,
) => {
  const { db, clock } = services

  async function sendForm(reply: FastifyReply, form: Partial<EraseProps>, found?: Found) {
    const reasons = await listReasons(db, { act: 'erase' })
    const wrong = form.wrong ?? new Set()
    const props = { what: '', draft: {}, ...form, found: found && shown(found), reasons, wrong }
    return sendPage(reply, <ErasePage {...props} />, wrong.size > 0 ? 422 : 200)
  }

  app.get('/erase', { config }, (_request, reply) => sendForm(reply, {}))

  app.post('/erase/preview', { config, schema: { body: Asked } }, async (request, reply) => {
    const { what = '' } = request.body
    const found = await findToErase(db, what)
    return sendForm(reply, { what, wrong: new Set(found ? [] : ['what' as const]) }, found)
  })

  app.post('/erase', { config, schema: { body: Form } }, async (request, reply) => {
    const { what = '', reason = '', confirm = '' } = request.body
    const found = await findToErase(db, what)
    if (!found) return sendForm(reply, { what, wrong: new Set(['what']) })
    const known = (await listReasons(db, { act: 'erase' })).some(({ code }) => code === reason)
    const wrong = new Set<'reason' | 'confirm' | ErasingRefusal>()
    if (!known) wrong.add('reason')
    if (!same(confirm, found.called)) wrong.add('confirm')
    const draft = { reason, confirm }
    if (wrong.size > 0) return sendForm(reply, { what, draft, wrong }, found)
    const by = request.viewer.person
    const outcome = await eraseFound(services, found, { reason, by, at: clock.now() })
    if (outcome !== 'erased') return sendForm(reply, { what, draft, wrong: new Set([outcome]) }, found)
    return sendPage(reply, <ErasedPage toll={tollOf(found)} />)
  })
}
