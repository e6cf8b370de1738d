import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { sendPage } from '../../../platform/http/index.ts'
import { wallClockIn } from '../../../platform/i18n/index.ts'
import { after } from '../../../platform/time.ts'
import { summaryAddress } from '../addresses.ts'
import { consumes, type IssueParams, inProcess } from '../drafting/in-process.ts'
import { readDraft } from '../drafting/read-draft.ts'
import { IssueAddress, PublishForm } from '../schemas.ts'
import type { SummariesServices } from '../services.ts'
import { whereOf } from '../where.ts'
import type { WordKey } from '../words.ts'
import { checkPublication } from './check-publication.ts'
import { type PublishField, PublishPage, type PublishProblems } from './pages/publish-page.tsx'
import { publishSummary } from './publish-summary.ts'

/** A summary may usually be contested for three weeks. */
const USUAL_WINDOW = 21 * 86_400_000

const fieldOf = { inSpiteMissing: 'inSpite', changesMissing: 'changes' } as const

export const publishingRoutes: FastifyPluginAsyncTypebox<SummariesServices> = async (app, services) => {
  const config = { action: 'summary.publish', circumstances: inProcess(services) }
  const path = '/requests/:docket/summaries/:issue/draft/publish'
  app.get(path, { config, schema: { params: IssueAddress } }, (request, reply) =>
    sendPublish(services, request, reply, {}),
  )

  const schema = { params: IssueAddress, body: PublishForm, consumes }
  app.post(path, { config, schema }, async (request, reply) => {
    const where = await whereOf(services, request.viewer, request.params)
    const { seen, until = '', inSpite = '', changes = '' } = request.body
    const typed = { until, inSpite, changes }
    const { zone } = where.process
    const again = (more: Again) => sendPublish(services, request, reply, { typed, ...more })
    const checked = checkPublication(typed, zone, where.now)
    if (!('contestUntil' in checked)) return again({ problems: checked })
    const drafting = { ...where, actor: request.viewer, at: where.now }
    const order = { ...checked, zone, seen: seen === '' ? -1 : Number(seen) }
    const done = await publishSummary(services.db, drafting, order)
    if (done === 'done') return reply.redirect(summaryAddress(where.request.docket, where.issue.number), 303)
    if (done === 'empty' || done === 'changed-meanwhile') return again({ refused: done })
    return again({ problems: new Map([[fieldOf[done], done]]) })
  })
}

interface Again {
  typed?: Readonly<Record<PublishField, string>>
  problems?: PublishProblems
  refused?: WordKey
}

async function sendPublish(
  services: SummariesServices,
  request: FastifyRequest,
  reply: FastifyReply,
  { typed, problems = new Map(), refused }: Again,
) {
  const where = await whereOf(services, request.viewer, request.params as IssueParams)
  const usual = wallClockIn(where.process.zone, after(where.now, USUAL_WINDOW)).slice(0, 10)
  const draft = await readDraft(services.db, where, request.viewer.person)
  const props = {
    ...{ ...where, ...draft, problems, refused },
    typed: typed ?? { until: usual, inSpite: '', changes: '' },
  }
  const status = refused ? 409 : problems.size > 0 ? 422 : 200
  return sendPage(reply, <PublishPage {...props} />, status)
}
