import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { NotFound } from '../../../platform/errors.ts'
import { sendPage } from '../../../platform/http/index.ts'
import { parseId } from '../../../platform/id.ts'
import { cleanText, tidyName } from '../../../platform/text/index.ts'
import type { Changed, CodebookRefusal } from '../change-codebook.ts'
import { type CodebookProblems, checkWording } from '../check-wording.ts'
import { mergeCodes } from '../merge-codes.ts'
import { type CodeId, LONGEST_NAME } from '../model.ts'
import { moveCode } from '../move-code.ts'
import { namePeople } from '../name-people.ts'
import { CodePage } from '../pages/code-page.tsx'
import { mayChange, processAt } from '../read-process.ts'
import { retireCode } from '../retire-code.ts'
import { rewordCode } from '../reword-code.ts'
import { CodeAddress, CodeForm, MergeForm, MoveForm, SplitForm } from '../schemas.ts'
import type { CodebookServices } from '../services.ts'
import { splitCode } from '../split-code.ts'
import { listCodes, listWordings } from '../store.ts'

type App = Parameters<FastifyPluginAsyncTypebox<CodebookServices>>[0]
type Address = { slug: string; code: string }
type Typed = Readonly<Record<string, string | undefined>>

async function found({ db }: CodebookServices, request: FastifyRequest) {
  const { slug, code: named } = request.params as Address
  const process = await processAt(db, slug)
  const codes = await listCodes(db, process.id)
  const code = codes.find(({ id }) => id === parseId<'code'>(named))
  if (!code) throw new NotFound('No such code.')
  return { process, codes, code }
}

/** One code and what may be done with it. */
export const codeRoutes: FastifyPluginAsyncTypebox<CodebookServices> = async (app, services) => {
  const circumstances = async (request: FastifyRequest) => ({
    process: (await found(services, request)).process.id,
  })
  const config = { action: 'codebook.read', circumstances }
  const schema = { params: CodeAddress }
  app.get('/processes/:slug/codebook/:code', { config, schema }, (request, reply) =>
    sendCode(services, request, reply, {}),
  )
  const changing = { action: 'codebook.change', circumstances }
  wordingRoute(app, services, changing)
  placeRoutes(app, services, changing)
  endingRoutes(app, services, changing)
}

type Config = { action: string; circumstances(request: FastifyRequest): Promise<{ process: string }> }

const form = { params: CodeAddress, consumes: ['application/x-www-form-urlencoded'] }
const path = '/processes/:slug/codebook/:code'

/** Does a change, and shows the code again: with what was refused, at the field that it is about. */
async function change(
  services: CodebookServices,
  request: FastifyRequest,
  reply: FastifyReply,
  field: string,
  act: (order: Parameters<typeof rewordCode>[1], id: CodeId) => Promise<Changed>,
) {
  const { process, code } = await found(services, request)
  const order = { actor: request.viewer, process: process.id, at: services.clock.now() }
  const done = await act(order, code.id)
  const refused = (done as { refused?: CodebookRefusal }).refused
  if (refused)
    return sendCode(services, request, reply, (request.body ?? {}) as Typed, new Map([[field, refused]]))
  return reply.redirect(`/processes/${process.slug}/codebook/${code.id}`, 303)
}

function wordingRoute(app: App, services: CodebookServices, config: Config) {
  const schema = { ...form, body: CodeForm }
  app.post(`${path}/wording`, { config, schema }, async (request, reply) => {
    const checked = checkWording(request.body)
    if ('problems' in checked) return sendCode(services, request, reply, request.body, checked.problems)
    return change(services, request, reply, 'name', (order, id) =>
      rewordCode(services.db, order, id, checked.wording),
    )
  })
}

function placeRoutes(app: App, services: CodebookServices, config: Config) {
  const { db } = services
  app.post(`${path}/move`, { config, schema: { ...form, body: MoveForm } }, async (request, reply) => {
    const { parent: below = '', before = '' } = request.body
    const parent = parseId<'code'>(below)
    return change(services, request, reply, 'parent', async (order, id) =>
      below && !parent
        ? { refused: 'parent-gone' }
        : moveCode(db, order, id, { parent, before: parseId<'code'>(before) }),
    )
  })
  app.post(`${path}/merge`, { config, schema: { ...form, body: MergeForm } }, async (request, reply) => {
    const into = parseId<'code'>(request.body.into ?? '')
    if (!into) return sendCode(services, request, reply, {}, new Map([['into', 'mergeMissing']]))
    return change(services, request, reply, 'into', (order, id) =>
      mergeCodes(db, order, { id, into, recount: services.recount }),
    )
  })
}

function endingRoutes(app: App, services: CodebookServices, config: Config) {
  const { db } = services
  app.post(`${path}/split`, { config, schema: { ...form, body: SplitForm } }, async (request, reply) => {
    const names = cleanText(request.body.names ?? '')
      .text.split('\n')
      .map(tidyName)
      .filter((name) => name !== '')
    if (names.some((name) => name.length > LONGEST_NAME))
      return sendCode(services, request, reply, request.body, new Map([['names', 'nameLong']]))
    return change(services, request, reply, 'names', (order, id) => splitCode(db, order, id, names))
  })
  app.post(`${path}/retire`, { config, schema: form }, async (request, reply) =>
    change(services, request, reply, 'retire', (order, id) => retireCode(db, order, id)),
  )
}

async function sendCode(
  services: CodebookServices,
  request: FastifyRequest,
  reply: FastifyReply,
  typed: Typed,
  problems?: CodebookProblems,
) {
  const { db, clock, countUses } = services
  const { process, codes, code } = await found(services, request)
  const told = await listWordings(db, code.id)
  const names = await namePeople(
    db,
    told.map(({ by }) => by),
  )
  const wordings = told.map((one) => ({ ...one, by: one.by ? names.get(one.by) : undefined }))
  const uses = await countUses(process.id)
  const shown = { process, codes, code, wordings, uses, typed, problems }
  const may = mayChange(request.viewer, process)
  return sendPage(reply, <CodePage {...shown} mayChange={may} now={clock.now()} />, problems ? 422 : 200)
}
