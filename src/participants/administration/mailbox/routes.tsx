import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox'
import { NotFound } from '../../../platform/errors.ts'
import { sendPage } from '../../../platform/http/index.ts'
import { parseId } from '../../../platform/id.ts'
import { findMail, listMail } from '../../../platform/mail/index.ts'
import { MailParams } from '../schemas.ts'
import type { AdministrationServices } from '../services.ts'
import { LetterPage } from './pages/letter-page.tsx'
import { MailboxPage } from './pages/mailbox-page.tsx'

const LISTED = 200
const config = { action: 'read-mailbox' }

/** With a mail server set, letters are between it and their readers. */
export const mailboxRoutes: FastifyPluginCallbackTypebox<AdministrationServices> = (
  app,
  { db, origin, mailbox },
  done,
) => {
  app.get('/mailbox', { config }, async (_request, reply) => {
    if (!mailbox) throw new NotFound('letters go out by mail')
    return sendPage(reply, <MailboxPage letters={await listMail(db, LISTED)} limit={LISTED} />)
  })

  app.get('/mailbox/:mail', { config, schema: { params: MailParams } }, async (request, reply) => {
    const id = parseId<'mail'>(request.params.mail)
    const letter = mailbox && id ? await findMail(db, id) : undefined
    if (!letter) throw new NotFound('no such letter')
    return sendPage(reply, <LetterPage letter={letter} origin={origin} />)
  })
  done()
}
