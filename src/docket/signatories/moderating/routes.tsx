import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { listReasons } from '../../../moderation/index.ts'
import { NotFound } from '../../../platform/errors.ts'
import { sendPage } from '../../../platform/http/index.ts'
import { parseId } from '../../../platform/id.ts'
import { findSeenRequest } from '../../../requests/index.ts'
import { docketOf } from '../../comments/model.ts'
import { fieldsOfBody } from '../../intake/read-body.ts'
import type { SignatoriesServices } from '../services.ts'
import { findOwn, findSignature, listSignatures } from '../store.ts'
import { decideName } from './decide-name.ts'
import { WithholdNamePage } from './pages/withhold-name-page.tsx'

interface Returned {
  wrong?: 'reasonMissing' | 'notThere'
  chosen?: string
}

/** Whoever moderates a comment may keep one of the names under it from the public, for a reason, or publish it again. */
export const moderatingSignatoriesRoutes: FastifyPluginAsyncTypebox<SignatoriesServices> = async (
  app,
  services,
) => {
  const { db, clock } = services
  const circumstances = async ({ viewer, params }: FastifyRequest) => {
    const { number } = params as { number: string }
    const { request } = await findSeenRequest(db, viewer, docketOf(number))
    return { process: request.processId }
  }
  const config = { action: 'comment.moderate', circumstances }
  const schema = { params: Type.Object({ number: Type.String({ maxLength: 100 }) }) }
  const path = '/comments/:number/moderation/signatories'

  app.get(path, { config, schema }, (request, reply) => send(services, request, reply))

  app.post(path, { config, schema }, async (request, reply) => {
    const fields = new Map(fieldsOfBody(request.body))
    const comment = await findOwn(db, request.params.number)
    const id = parseId<'signatory'>(fields.get('signatory') ?? '')
    const signature = comment && id && (await findSignature(db, comment.id, id))
    if (!signature) return send(services, request, reply, { wrong: 'notThere' })
    const decided = await decidedOf(services, fields)
    if (!decided) return send(services, request, reply, { wrong: 'reasonMissing', chosen: signature.id })
    if (!(await decideName(db, request.viewer, signature, decided, clock.now())))
      return send(services, request, reply, { wrong: 'notThere' })
    return reply.redirect(`/comments/${signature.number}/moderation/signatories`, 303)
  })
}

/** What the form asks for; nothing where a name would be withheld without a reason. */
async function decidedOf({ db }: SignatoriesServices, fields: ReadonlyMap<string, string>) {
  if (fields.get('act') === 'show') return { act: 'post' } as const
  const reason = (await listReasons(db)).find(({ code }) => code === fields.get('reason'))?.code
  return reason && ({ act: 'withhold', reason } as const)
}

async function send(
  { db }: SignatoriesServices,
  request: FastifyRequest,
  reply: FastifyReply,
  returned: Returned = {},
) {
  const { number } = request.params as { number: string }
  const comment = await findOwn(db, number)
  if (!comment) throw new NotFound('No such comment.')
  const [signatures, reasons] = [await listSignatures(db, comment.id), await listReasons(db)]
  const props = { number: comment.number, signatures, reasons, ...returned }
  return sendPage(reply, <WithholdNamePage {...props} />, returned.wrong ? 422 : 200)
}
