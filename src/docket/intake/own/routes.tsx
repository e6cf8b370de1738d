import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { findKeptBack } from '../../../moderation/index.ts'
import { NotFound } from '../../../platform/errors.ts'
import { sendPage } from '../../../platform/http/index.ts'
import { queueMail } from '../../../platform/mail/index.ts'
import { type Over, withdrawComment } from '../../comments/end-comment.ts'
import { isLate } from '../../comments/model.ts'
import { readWhole, type WholeComment } from '../../comments/read-whole.ts'
import { isKeyOf, readCode } from '../../comments/secrets.ts'
import { listSigning } from '../../comments/signatories/store.ts'
import { findKeyHash } from '../../comments/store.ts'
import { keepConfirmation } from '../confirmation/store.ts'
import { rememberDraft } from '../draft-cookie.ts'
import { keepFiles } from '../keep-files.ts'
import type { KnownRequest } from '../known-requests.ts'
import { docketOfNumber } from '../model.ts'
import { formAddress } from '../pages/props.ts'
import { fieldsOfBody } from '../read-body.ts'
import type { Intake } from '../services.ts'
import type { WordKey } from '../words.ts'
import { forgetKey, keyIn, rememberKey } from './cookie.ts'
import { formAgain, signatoriesAgain } from './form-again.ts'
import { askForKey, holding } from './gate.ts'
import { CommentKeyPage } from './pages/comment-key-page.tsx'
import { ReceiptPage } from './pages/receipt-page.tsx'
import { WithdrawPage } from './pages/withdraw-page.tsx'
import { YoursPage } from './pages/yours-page.tsx'
import { receiptLetter } from './receipt-letter.ts'
import { isConfidential, receiptOf } from './receipt-of.ts'

interface Own extends KnownRequest {
  comment: WholeComment
}

const numberIn = (request: FastifyRequest) => (request.params as { number: string }).number

async function own(intake: Intake, request: FastifyRequest): Promise<Own> {
  const number = numberIn(request)
  const known = await intake.find(docketOfNumber(number))
  const comment = known && (await readWhole(intake.db, number, known.request.questions))
  if (!comment) throw new NotFound('No such comment.')
  return { ...known, comment }
}

export const ownRoutes: FastifyPluginAsyncTypebox<{ intake: Intake }> = async (app, { intake }) => {
  keyRoutes(app, intake)
  receiptRoutes(app, intake)
  endingRoutes(app, intake)
}

const pageAfter = (leads: string | undefined) =>
  leads === 'object' || leads === 'contests' ? leads : undefined

function keyRoutes(app: FastifyInstance, intake: Intake) {
  const open = { config: { action: 'comment.open-own' } }
  const tries = { max: 30, timeWindow: 10 * 60 * 1000 }

  app.get('/comment-key', open, async (request, reply) => {
    const { number = '', forgotten, leads } = request.query as Partial<Record<string, string>>
    return sendPage(
      reply,
      <CommentKeyPage number={String(number)} forgotten={forgotten === 'yes'} leads={pageAfter(leads)} />,
    )
  })

  app.post(
    '/comment-key',
    { config: { action: 'comment.open-own', rateLimit: tries } },
    async (request, reply) => {
      const fields = new Map(fieldsOfBody(request.body))
      const number = (fields.get('number') ?? '').trim()
      const key = fields.get('key') ?? ''
      const leads = pageAfter(fields.get('leads'))
      const stored = await findKeyHash(intake.db, number)
      if (!isKeyOf(key, stored)) {
        const problem = number && key ? 'keyPageWrong' : 'keyPageMissing'
        return sendPage(reply, <CommentKeyPage number={number} problem={problem} leads={leads} />, 422)
      }
      rememberKey(reply, intake, number, readCode(key) ?? '')
      return reply.redirect(`/comments/${number}/${leads ?? 'yours'}`, 303)
    },
  )

  app.post('/comments/:number/forget', open, async (request, reply) => {
    forgetKey(reply, numberIn(request))
    return reply.redirect('/comment-key?forgotten=yes', 303)
  })
}

function receiptRoutes(app: FastifyInstance, intake: Intake) {
  const config = { action: 'comment.see-own', circumstances: holding(intake) }
  const page = { config, onRequest: askForKey(intake) }

  app.get('/comments/:number/receipt', page, async (request, reply) =>
    sendReceipt(intake, reply, await own(intake, request), keyIn(request)),
  )

  app.get('/comments/:number/receipt.txt', page, async (request, reply) => {
    const { comment, request: about } = await own(intake, request)
    const { text } = await receiptOf(intake.db, intake.log, comment, about.deadline.zone)
    reply.header('content-disposition', `attachment; filename="receipt-${comment.number}.txt"`)
    return reply.header('cache-control', 'private, no-store').type('text/plain; charset=utf-8').send(text)
  })

  app.get('/comments/:number/receipt.json', { config }, async (request, reply) => {
    const { comment, request: about } = await own(intake, request)
    const { complete } = await receiptOf(intake.db, intake.log, comment, about.deadline.zone)
    return reply.header('cache-control', 'private, no-store').send({ number: comment.number, complete })
  })

  const mailed = { config: { ...config, rateLimit: { max: 5, timeWindow: 10 * 60 * 1000 } } }
  app.post('/comments/:number/receipt/mail', mailed, async (request, reply) => {
    const about = await own(intake, request)
    const letter = await receiptLetter(intake.db, intake, about.comment.number)
    if (letter) {
      await intake.db.transaction().execute(async (tx) => {
        await keepConfirmation(tx, letter.confirmation, intake.clock.now())
        await queueMail(tx, letter.message, intake.clock.now())
      })
    }
    return sendReceipt(intake, reply, about, keyIn(request), true)
  })
}

export async function sendReceipt(
  intake: Intake,
  reply: FastifyReply,
  { comment, request }: Own,
  commentKey: string,
  mailed = false,
) {
  const { deadline, docket } = request
  const { number, receivedAt } = comment
  const { complete } = await receiptOf(intake.db, intake.log, comment, deadline.zone)
  const props = {
    ...{ number, docket, receivedAt, complete, commentKey, mailed },
    zone: deadline.zone,
    late: isLate(deadline.at, receivedAt) && !comment.repliesTo?.length,
    confidential: isConfidential(comment),
    email: comment.particulars.email,
    origin: intake.origin,
    signatories: comment.signatories?.length ?? 0,
  }
  reply.header('referrer-policy', 'no-referrer')
  return sendPage(reply, <ReceiptPage {...props} />)
}

const refusals = { withdrawn: 'refusedWithdrawn', superseded: 'refusedSuperseded' } as const satisfies Record<
  Over,
  WordKey
>

function endingRoutes(app: FastifyInstance, intake: Intake) {
  const circumstances = holding(intake)
  const see = { config: { action: 'comment.see-own', circumstances }, onRequest: askForKey(intake) }
  const withdraw = { config: { action: 'comment.withdraw', circumstances }, onRequest: askForKey(intake) }
  const supersede = {
    config: { action: 'comment.supersede', circumstances },
    onRequest: askForKey(intake),
  }

  app.get('/comments/:number/yours', see, async (request, reply) => {
    const { comment, request: about } = await own(intake, request)
    const keptBack = await findKeptBack(intake.db, { kind: 'comment', id: comment.id })
    return sendPage(reply, <YoursPage {...{ comment, keptBack }} request={about} />)
  })

  app.get('/comments/:number/withdraw', withdraw, async (request, reply) =>
    sendPage(reply, <WithdrawPage number={(await own(intake, request)).comment.number} />),
  )

  app.post('/comments/:number/withdraw', withdraw, async (request, reply) => {
    const { comment } = await own(intake, request)
    const ended = await withdrawComment(intake.db, comment, intake.clock.now())
    const told = ended === 'withdrawn-now' ? 'withdrawnDone' : refusals[ended]
    const { comment: now, request: about } = await own(intake, request)
    return sendPage(reply, <YoursPage comment={now} request={about} told={told} />)
  })

  app.post('/comments/:number/supersede', supersede, async (request, reply) => {
    const { comment, request: about } = await own(intake, request)
    if (comment.withdrawnAt || comment.supersededBy) {
      const told = refusals[comment.withdrawnAt ? 'withdrawn' : 'superseded']
      return sendPage(reply, <YoursPage comment={comment} request={about} told={told} />)
    }
    const as = new Map(fieldsOfBody(request.body)).get('as') === 'correction' ? 'correction' : 'new-version'
    const { form, files } = formAgain(comment, keyIn(request), as, about, intake.clock.now())
    form.signatories = signatoriesAgain(await listSigning(intake.db, comment.id))
    await keepFiles(intake.db, about, form, files, intake.clock.now())
    rememberDraft(reply, intake, about.docket, form.code)
    return reply.redirect(formAddress(about), 303)
  })
}
