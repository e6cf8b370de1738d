import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { NotFound } from '../../../platform/errors.ts'
import { sendPage } from '../../../platform/http/index.ts'
import { parseId } from '../../../platform/id.ts'
import type { Instant } from '../../../platform/time.ts'
import { append } from '../../../record/index.ts'
import { findRequest, stateOf } from '../../../requests/index.ts'
import { docketOf } from '../../comments/model.ts'
import { askForKey, holding } from '../../intake/own/gate.ts'
import { fieldsOfBody } from '../../intake/read-body.ts'
import { changeSignature } from '../change-signature.ts'
import type { Signature } from '../model.ts'
import type { SignatoriesServices } from '../services.ts'
import { findOwn, findSignature, listSignatures, oweLetter } from '../store.ts'
import {
  emptyNamed,
  type NamedForm,
  type NamedProblems,
  namedFormOf,
  problemsOfNamed,
} from './check-named.ts'
import { nameSignatory } from './name-signatory.ts'
import { OwnSignatoriesPage, type Told } from './pages/own-signatories-page.tsx'

interface Returned {
  form?: NamedForm
  problems?: NamedProblems
  told?: Told
}

/** Where the sender of a comment sees every signature, and names, asks again, accepts or removes. */
export const ownSignatoriesRoutes: FastifyPluginAsyncTypebox<SignatoriesServices> = async (app, services) => {
  const config = { action: 'signatory.manage', circumstances: holding(services) }
  const schema = { params: Type.Object({ number: Type.String({ maxLength: 100 }) }) }
  const options = { config, schema, onRequest: askForKey(services) }
  const path = '/comments/:number/signatories'

  app.get(path, options, (request, reply) => send(services, request, reply))

  const tries = { max: 60, timeWindow: 10 * 60_000 }
  app.post(path, { ...options, config: { ...config, rateLimit: tries } }, async (request, reply) => {
    const fields = fieldsOfBody(request.body)
    const about = await own(services, request)
    const [act = '', id = ''] = (fields.find(([name]) => name === 'act')?.[1] ?? '').split(':')
    const returned =
      act === 'add'
        ? await add(services, about, namedFormOf(fields))
        : { told: await change(services, about, act, id) }
    return send(services, request, reply, returned)
  })
}

type Own = Awaited<ReturnType<typeof own>>

/** Who could not be added stands in the form again. */
async function add(
  services: SignatoriesServices,
  { comment, open }: Own,
  form: NamedForm,
): Promise<Returned> {
  const problems = problemsOfNamed(form, false)
  if (Object.keys(problems).length > 0) return { form, problems }
  if (!open) return { form, told: 'closed' }
  const told = await nameSignatory(services, comment, form, 'named', services.clock.now())
  return told === 'added' ? { told } : { form, told }
}

async function own({ db, clock }: SignatoriesServices, request: FastifyRequest) {
  const { number } = request.params as { number: string }
  const [comment, asked] = [await findOwn(db, number), await findRequest(db, docketOf(number))]
  if (!comment || !asked) throw new NotFound('No such comment.')
  const open = stateOf(asked, clock.now()) === 'open' && !comment.over
  return { comment, title: asked.title, open }
}

async function send(
  services: SignatoriesServices,
  request: FastifyRequest,
  reply: FastifyReply,
  { form = emptyNamed, problems = {}, told }: Returned = {},
) {
  const { comment, title, open } = await own(services, request)
  const signatures = await listSignatures(services.db, comment.id)
  reply.header('cache-control', 'private, no-store')
  const status = statusOf(problems, told)
  const props = { number: comment.number, title, open, signatures, form, problems, told }
  return sendPage(reply, <OwnSignatoriesPage {...props} />, status)
}

async function change(
  { db, clock }: SignatoriesServices,
  { comment, open }: Own,
  act: string,
  id: string,
): Promise<Told> {
  const [at, known] = [clock.now(), parseId<'signatory'>(id)]
  const signature = known && (await findSignature(db, comment.id, known))
  if (!signature || !isOwnAct(act)) return 'nothing'
  if (act !== 'remove' && !open) return 'closed'
  const changed =
    act === 'again' ? await askAgain(db, signature, at) : await changeSignature(db, signature, act, { at })
  return changed ? 'done' : 'nothing'
}

const isOwnAct = (act: string): act is 'accept' | 'again' | 'remove' =>
  ['accept', 'again', 'remove'].includes(act)

function askAgain(db: SignatoriesServices['db'], { id, comment, process }: Signature, at: Instant) {
  return db.transaction().execute(async (tx) => {
    if (!(await oweLetter(tx, id))) return false
    const about = { kind: 'comment', id: comment }
    await append(tx, { kind: 'signatory-asked-again', about, process, at, detail: { signatory: id } })
    return true
  })
}

function statusOf(problems: NamedProblems, told: Told | undefined): number {
  if (Object.keys(problems).length > 0) return 422
  return told === undefined || told === 'added' || told === 'done' ? 200 : 409
}
