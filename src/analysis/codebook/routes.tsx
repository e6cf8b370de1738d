import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../../participants/index.ts'
import { sendPage } from '../../platform/http/index.ts'
import { parseId } from '../../platform/id.ts'
import type { ProcessId } from '../../processes/index.ts'
import { addCode } from './add-code.ts'
import { type CodebookProblems, checkWording } from './check-wording.ts'
import { codeRoutes } from './code/routes.tsx'
import { codebookCsv } from './codebook-csv.ts'
import { importCodes } from './import-codes.ts'
import type { CodeId } from './model.ts'
import { CodebookPage } from './pages/codebook-page.tsx'
import { ImportPage } from './pages/import-page.tsx'
import { mayChange, processAt } from './read-process.ts'
import { CodebookAddress, CodeForm, ListForm } from './schemas.ts'
import type { CodebookServices } from './services.ts'
import { listCodes } from './store.ts'

type Slug = { slug: string }

/** The codebook of a process: read, changed, pasted, downloaded. */
export const codebookRoutes: FastifyPluginAsyncTypebox<CodebookServices> = async (app, services) => {
  const { db, clock } = services
  const circumstances = async ({ params }: FastifyRequest) => ({
    process: (await processAt(db, (params as Slug).slug)).id,
  })
  const reading = { config: { action: 'codebook.read', circumstances }, schema: { params: CodebookAddress } }
  const changing = { action: 'codebook.change', circumstances }
  const form = { params: CodebookAddress, consumes: ['application/x-www-form-urlencoded'] }
  const path = '/processes/:slug/codebook'

  app.get(path, reading, (request, reply) => sendBook(services, request, reply, {}))

  app.get(`${path}.csv`, reading, async ({ params: { slug } }, reply) => {
    const process = await processAt(db, slug)
    reply.header('content-disposition', `attachment; filename="${process.slug}-codebook.csv"`)
    return reply.type('text/csv; charset=utf-8').send(codebookCsv(await listCodes(db, process.id)))
  })

  app.post(path, { config: changing, schema: { ...form, body: CodeForm } }, async (request, reply) => {
    const process = await processAt(db, request.params.slug)
    const added = await add(services, request.viewer, process.id, request.body)
    if ('problems' in added) return sendBook(services, request, reply, request.body, added.problems)
    return reply.redirect(`/processes/${process.slug}/codebook#code-${added.added}`, 303)
  })

  const importing = { ...form, body: ListForm }
  app.get(
    `${path}/import`,
    { config: changing, schema: { params: CodebookAddress } },
    async (request, reply) => {
      const process = await processAt(db, request.params.slug)
      return sendPage(reply, <ImportPage {...{ process, list: '', wrong: undefined }} now={clock.now()} />)
    },
  )
  app.post(`${path}/import`, { config: changing, schema: importing }, async (request, reply) => {
    const { list = '' } = request.body
    const process = await processAt(db, request.params.slug)
    const now = clock.now()
    const change = { actor: request.viewer, process: process.id, at: now }
    const done = await importCodes(db, change, list)
    if (typeof done !== 'string' && 'added' in done)
      return reply.redirect(`/processes/${process.slug}/codebook`, 303)
    const wrong = typeof done === 'string' ? done : done.faults
    return sendPage(reply, <ImportPage {...{ process, list, wrong, now }} />, 422)
  })

  app.register(codeRoutes, services)
}

async function add(
  { db, clock }: CodebookServices,
  actor: Actor,
  process: ProcessId,
  form: CodeForm,
): Promise<{ added: CodeId } | { problems: CodebookProblems }> {
  const checked = checkWording(form)
  if ('problems' in checked) return checked
  const parent = parseId<'code'>(form.parent ?? '')
  if (form.parent && !parent) return { problems: new Map([['parent', 'parent-gone']]) }
  const added = await addCode(db, { actor, process, at: clock.now() }, { ...checked.wording, parent })
  if ('added' in added) return added
  const { refused } = added
  return { problems: new Map([[refused === 'parent-gone' ? 'parent' : 'name', refused]]) }
}

async function sendBook(
  { db, clock, countUses }: CodebookServices,
  request: FastifyRequest,
  reply: FastifyReply,
  typed: CodeForm,
  problems?: CodebookProblems,
) {
  const process = await processAt(db, (request.params as Slug).slug)
  const [codes, uses] = [await listCodes(db, process.id), await countUses(process.id)]
  const shown = { process, codes, uses, typed, problems, mayChange: mayChange(request.viewer, process) }
  return sendPage(reply, <CodebookPage {...shown} now={clock.now()} />, problems ? 422 : 200)
}
