import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { NotFound } from '../../../platform/errors.ts'
import { sendPage } from '../../../platform/http/index.ts'
import { circumstancesOf, type Process } from '../../../processes/index.ts'
import { standingOf } from '../../deliberations/eligible.ts'
import { deliberationAddress, stateOf } from '../../deliberations/model.ts'
import { DeliberationAddress } from '../../deliberations/schemas.ts'
import { type Seen, seenDeliberation, seenProcess } from '../../deliberations/seen.ts'
import { type AddedStatements, addStatements, type NotAdded } from '../add-statements.ts'
import { beginLift, findSource } from '../lifting/find-source.ts'
import { MOST_AT_ONCE, readLines, readStatement, takesVotes } from '../model.ts'
import { StatementFormPage, type StatementFormProps } from '../pages/statement-form-page.tsx'
import { withPublicWords } from '../read-statements.ts'
import { rewordStatement } from '../reword-statement.ts'
import { LiftForm, LiftQuery, ProposeForm, RewordForm, SeedForm, StatementAddress } from '../schemas.ts'
import type { StatementsServices } from '../services.ts'
import { findStatement } from '../store.ts'
import type { WordKey } from '../words.ts'

type App = Parameters<FastifyPluginAsyncTypebox<StatementsServices>>[0]
type Addressed = { slug: string; deliberation: string }
type Shown = Pick<StatementFormProps, 'kind' | 'typed' | 'problem' | 'values' | 'done' | 'statement'>

const one = '/processes/:slug/deliberations/:deliberation'
const consumes = ['application/x-www-form-urlencoded']
const params = DeliberationAddress

export const writingRoutes: FastifyPluginAsyncTypebox<StatementsServices> = async (app, services) => {
  seeding(app, services)
  proposing(app, services)
  rewording(app, services)
  lifting(app, services)
}

const inProcess =
  ({ db, clock }: StatementsServices) =>
  async (request: FastifyRequest) =>
    circumstancesOf(await seenProcess(db, (request.params as Addressed).slug), clock.now())

const issueOf = ({ issues }: Process, number = '') =>
  issues.find((issue) => String(issue.number) === number)?.id

const conflicts: readonly (WordKey | undefined)[] = ['closed', 'notOpen', 'tooMany', 'said', 'changed']

const statusOf = (problem: WordKey | undefined) =>
  problem === undefined ? 200 : conflicts.includes(problem) ? 409 : problem.startsWith('may-') ? 403 : 422

function send(reply: FastifyReply, { clock }: StatementsServices, seen: Seen, shown: Shown) {
  reply.header('cache-control', 'private, no-store')
  return sendPage(
    reply,
    <StatementFormPage {...seen} {...shown} now={clock.now()} />,
    statusOf(shown.problem),
  )
}

/** What to say of what was added, or of why nothing was. */
const outcome = (done: AddedStatements | NotAdded): Pick<Shown, 'problem' | 'done'> =>
  typeof done === 'string'
    ? { problem: done }
    : { done: { added: done.added.length, there: done.there.length } }

function seeding(app: App, services: StatementsServices) {
  const { db, clock } = services
  const config = { action: 'statement.seed', circumstances: inProcess(services) }
  app.get(`${one}/seed`, { config, schema: { params } }, async (request, reply) => {
    const seen = await seenDeliberation(db, request.viewer, request.params)
    return send(reply, services, seen, { kind: 'seed', typed: {} })
  })

  app.post(
    `${one}/seed`,
    { config, schema: { params, body: SeedForm, consumes } },
    async (request, reply) => {
      const seen = await seenDeliberation(db, request.viewer, request.params)
      const typed = request.body
      const again = (problem: WordKey, values = {}) =>
        send(reply, services, seen, { kind: 'seed', typed, problem, values })
      const { texts, long } = readLines(typed.texts ?? '')
      if (long.length > 0) return again('linesLong', { lines: long.join(', ') })
      if (texts.length === 0) return again('textsMissing')
      if (texts.length > MOST_AT_ONCE) return again('textsMany')
      const adding = { ...seen, actor: request.viewer, at: clock.now() }
      const issue = issueOf(seen.process, typed.issue)
      const done = outcome(await addStatements(db, adding, { origin: 'seeded', texts, issue }))
      return send(reply, services, seen, { kind: 'seed', typed: done.problem ? typed : {}, ...done })
    },
  )
}

/** Why this person may not propose a statement now. */
async function keptFromProposing(
  { db, clock }: StatementsServices,
  { deliberation }: Seen,
  { viewer }: FastifyRequest,
): Promise<WordKey | undefined> {
  if (stateOf(deliberation, clock.now()) !== 'open') return 'notOpen'
  const standing = await standingOf(db, deliberation, viewer, clock.now())
  return standing.may ? undefined : `may-${standing.why}`
}

function proposing(app: App, services: StatementsServices) {
  const { db, clock } = services
  const config = { action: 'statement.propose' }
  app.get(`${one}/propose`, { config, schema: { params } }, async (request, reply) => {
    const seen = await seenDeliberation(db, request.viewer, request.params)
    const problem = await keptFromProposing(services, seen, request)
    return send(reply, services, seen, { kind: 'propose', typed: {}, problem })
  })

  const limited = { ...config, rateLimit: { max: 20, timeWindow: 10 * 60_000 } }
  const schema = { params, body: ProposeForm, consumes }
  app.post(`${one}/propose`, { config: limited, schema }, async (request, reply) => {
    const seen = await seenDeliberation(db, request.viewer, request.params)
    const typed = request.body
    const read = readStatement(typed.text ?? '')
    const problem = (await keptFromProposing(services, seen, request)) ?? ('problem' in read && read.problem)
    if (problem || 'problem' in read)
      return send(reply, services, seen, { kind: 'propose', typed, problem: problem || undefined })
    const adding = { ...seen, actor: request.viewer, at: clock.now() }
    const issue = issueOf(seen.process, typed.issue)
    const done = outcome(await addStatements(db, adding, { origin: 'proposed', texts: [read.text], issue }))
    return send(reply, services, seen, { kind: 'propose', typed: done.problem ? typed : {}, ...done })
  })
}

function rewording(app: App, services: StatementsServices) {
  const { db, clock } = services
  const config = { action: 'statement.seed', circumstances: inProcess(services) }
  const path = `${one}/statements/:statement/reword`
  const found = async (request: FastifyRequest) => {
    const address = request.params as Addressed & { statement: string }
    const seen = await seenDeliberation(db, request.viewer, address)
    const statement = await findStatement(db, seen.deliberation.id, Number(address.statement))
    if (!statement || !takesVotes(statement)) throw new NotFound('No such statement.')
    return { seen, statement }
  }

  app.get(path, { config, schema: { params: StatementAddress } }, async (request, reply) => {
    const { seen, statement } = await found(request)
    const [worded] = await withPublicWords(db, [statement])
    const typed = { text: worded?.text ?? '' }
    return send(reply, services, seen, { kind: 'reword', typed, statement: statement.number })
  })

  const schema = { params: StatementAddress, body: RewordForm, consumes }
  app.post(path, { config, schema }, async (request, reply) => {
    const { seen, statement } = await found(request)
    const again = (problem: WordKey) =>
      send(reply, services, seen, {
        kind: 'reword',
        typed: request.body,
        problem,
        statement: statement.number,
      })
    const read = readStatement(request.body.text ?? '')
    if ('problem' in read) return again(read.problem)
    const adding = { ...seen, actor: request.viewer, at: clock.now() }
    const done = await rewordStatement(db, adding, statement, read.text)
    if (typeof done === 'string') return again(done)
    const here = deliberationAddress(seen.process.slug, seen.deliberation.number)
    return reply.redirect(`${here}/statements#s${done.added[0]}`, 303)
  })
}

function lifting(app: App, services: StatementsServices) {
  const { db, clock } = services
  const config = { action: 'statement.lift', circumstances: inProcess(services) }
  const asked = { params, querystring: LiftQuery }
  app.get(`${one}/lift`, { config, schema: asked }, async (request, reply) => {
    const seen = await seenDeliberation(db, request.viewer, request.params)
    const from = await beginLift(db, request.query)
    const short = from.quote.replace(/\s+/gu, ' ')
    return send(reply, services, seen, { kind: 'lift', typed: { ...from, text: short } })
  })

  const schema = { params, body: LiftForm, consumes }
  app.post(`${one}/lift`, { config, schema }, async (request, reply) => {
    const seen = await seenDeliberation(db, request.viewer, request.params)
    const typed = request.body
    const again = (problem: WordKey) => send(reply, services, seen, { kind: 'lift', typed, problem })
    const { comment = '', excerpt = '', quote = '' } = typed
    const source = await findSource(db, seen.process.id, { comment, excerpt, quote })
    if (!source) return again('quoteUnknown')
    const read = readStatement(typed.text ?? '')
    if ('problem' in read) return again(read.problem)
    const adding = { ...seen, actor: request.viewer, at: clock.now() }
    const added = {
      origin: 'lifted',
      texts: [read.text],
      source,
      issue: issueOf(seen.process, typed.issue),
    } as const
    const done = outcome(await addStatements(db, adding, added))
    return send(reply, services, seen, { kind: 'lift', typed: done.problem ? typed : {}, ...done })
  })
}
