import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { decide } from '../../../participants/index.ts'
import { NotFound } from '../../../platform/errors.ts'
import { sendPage } from '../../../platform/http/index.ts'
import { parseId } from '../../../platform/id.ts'
import { cleanText } from '../../../platform/text/index.ts'
import { processAt } from '../../codebook/read-process.ts'
import { listCodes } from '../../codebook/store.ts'
import { codingPolicy } from '../../coding/access.ts'
import { type FieldProblems, type Fields, oneOf, readContent } from '../../coding/codings/read-content.ts'
import { listCodings } from '../../coding/codings/store.ts'
import { type CodingContent, LONGEST_REASON } from '../../coding/model.ts'
import { namesOf } from '../../coding/readings/names-of.ts'
import { CodingForm } from '../../coding/schemas.ts'
import type { CodingServices } from '../../coding/services.ts'
import { DifferencePage } from '../pages/difference-page.tsx'
import { DifferenceAddress } from '../schemas.ts'
import { findCoded } from '../store.ts'
import type { WordKey } from '../words.ts'
import { settleExcerpt } from './settle-excerpt.ts'

interface Again {
  fields?: Fields
  problems?: FieldProblems
  refused?: WordKey
}

async function found({ db }: CodingServices, request: FastifyRequest) {
  const { slug, excerpt: named } = request.params as { slug: string; excerpt: string }
  const process = await processAt(db, slug)
  const id = parseId<'excerpt'>(named)
  const excerpt = id && (await findCoded(db, process.id, id))
  if (!excerpt) throw new NotFound('No such excerpt.')
  const all = await listCodings(db, [excerpt.id])
  return { process, excerpt, codings: all.filter(({ stage }) => stage !== 'suggested') }
}

/** One difference: read, and settled by one of the readings or another. */
export const settlingRoutes: FastifyPluginAsyncTypebox<CodingServices> = async (app, services) => {
  const { db, clock } = services
  const circumstances = async ({ params }: FastifyRequest) => ({
    process: (await processAt(db, (params as { slug: string }).slug)).id,
  })
  const path = '/processes/:slug/adjudication/:excerpt'
  const reading = { action: 'coding.read', circumstances }
  app.get(path, { config: reading, schema: { params: DifferenceAddress } }, (request, reply) =>
    sendDifference(services, request, reply, {}),
  )

  const config = { action: 'coding.settle', circumstances }
  const consumes = ['application/x-www-form-urlencoded']
  const schema = { params: DifferenceAddress, body: CodingForm, consumes }
  app.post(path, { config, schema }, async (request, reply) => {
    const fields = request.body as Fields
    const { process, excerpt } = await found(services, request)
    const chosen = await chosenContent(services, request, fields)
    const reason = cleanText(oneOf(fields, 'reason')).text.trim()
    const again = (more: Again) => sendDifference(services, request, reply, { fields, ...more })
    if ('problems' in chosen) return again(chosen)
    if ('refused' in chosen) return again(chosen)
    if (reason.length > LONGEST_REASON) return again({ refused: 'reasonLong' })
    const coding = { actor: request.viewer, number: excerpt.number, at: clock.now() }
    const order = { excerpt: excerpt.id, reason, seen: oneOf(fields, 'seen'), content: chosen.content }
    const done = await settleExcerpt(db, coding, order)
    return done === 'settled'
      ? reply.redirect(`/processes/${process.slug}/adjudication`, 303)
      : again({ refused: done })
  })
}

/** One of the readings that stand there, or that which the form says. */
async function chosenContent(
  services: CodingServices,
  request: FastifyRequest,
  fields: Fields,
): Promise<{ content: CodingContent } | { problems: FieldProblems } | { refused: WordKey }> {
  const { process, codings } = await found(services, request)
  const chosen = oneOf(fields, 'coding')
  if (chosen === 'own') return readContent(fields, process.issues, true)
  const coding = codings.find(({ id, stage }) => id === chosen && stage === 'made')
  if (!coding) return { refused: 'codingMissing' }
  const { codes, positions } = coding
  return { content: { codes, positions } }
}

async function sendDifference(
  services: CodingServices,
  request: FastifyRequest,
  reply: FastifyReply,
  { fields = {}, problems, refused }: Again,
) {
  const { db, clock } = services
  const about = await found(services, request)
  const names = await namesOf(
    db,
    about.codings.map(({ coder }) => coder),
  )
  const props = {
    ...{ ...about, names, fields, problems, refused, now: clock.now() },
    codes: await listCodes(db, about.process.id),
    maySettle: decide(codingPolicy, request.viewer, 'coding.settle', { process: about.process.id }),
  }
  const badlyFilled = problems !== undefined || refused === 'reasonLong' || refused === 'codingMissing'
  const status = badlyFilled ? 422 : refused ? 409 : 200
  return sendPage(reply, <DifferencePage {...props} />, status)
}
