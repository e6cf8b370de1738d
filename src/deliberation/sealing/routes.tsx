import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { NotFound } from '../../platform/errors.ts'
import { sendPage } from '../../platform/http/index.ts'
import { parseId } from '../../platform/id.ts'
import { quotedNumber } from '../deliberations/model.ts'
import { seenDeliberation } from '../deliberations/seen.ts'
import { codeIn, whoIs } from '../voting/own/code.ts'
import { findParticipant, listOwnVotes } from '../voting/own/store.ts'
import { VoteReceiptPage } from '../voting/pages/vote-receipt-page.tsx'
import { VoteAddress } from '../voting/schemas.ts'
import type { VotingServices } from '../voting/services.ts'
import { voteReceipt } from './vote-receipt.ts'

const path = '/processes/:slug/deliberations/:deliberation/votes/:vote'
const config = { action: 'vote.cast' }
const schema = { params: VoteAddress }

/** Receipts of votes, for whoever cast them and nobody else. */
export const receiptRoutes: FastifyPluginAsyncTypebox<VotingServices> = async (app, services) => {
  const { db, clock, log } = services
  const own = async (request: FastifyRequest) => {
    const address = request.params as { slug: string; deliberation: string; vote: string }
    const seen = await seenDeliberation(db, request.viewer, address)
    const [id, code] = [parseId<'vote'>(address.vote), codeIn(request)]
    const who = request.viewer.person || code ? whoIs(request.viewer, code).voter : undefined
    const participant = who && (await findParticipant(db, seen.deliberation.id, who))
    const [vote] = participant && id ? await listOwnVotes(db, participant.id, id) : []
    if (!vote) throw new NotFound('No such vote of yours.')
    return { seen, vote }
  }

  app.get(path, { config, schema }, async (request, reply) => {
    const { seen, vote } = await own(request)
    const complete = (await voteReceipt(db, log, seen.deliberation, vote)) !== undefined
    reply.header('cache-control', 'private, no-store').header('referrer-policy', 'no-referrer')
    return sendPage(reply, <VoteReceiptPage {...seen} {...{ vote, complete }} now={clock.now()} />)
  })

  app.get(`${path}/receipt.txt`, { config, schema }, async (request, reply) => {
    const { seen, vote } = await own(request)
    const receipt = await voteReceipt(db, log, seen.deliberation, vote)
    if (!receipt) throw new NotFound('The vote is not in a batch yet, or what opens it was erased.')
    const of = quotedNumber(seen.process.docketPrefix, seen.deliberation.number)
    reply.header('cache-control', 'private, no-store')
    reply.header('content-disposition', `attachment; filename="${of}-S${vote.statement}-receipt.txt"`)
    return reply.type('text/plain; charset=utf-8').send(receipt.text)
  })
}
