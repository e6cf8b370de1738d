import { inZone, localeFor } from '../../../platform/i18n/index.ts'
import type { Message } from '../../../platform/mail/index.ts'
import type { RequestForComment } from '../../../requests/index.ts'
import type { WholeComment } from '../../comments/read-whole.ts'
import { words } from '../words.ts'
import { isConfidential } from './receipt-of.ts'

interface About {
  comment: WholeComment
  request: Pick<RequestForComment, 'title' | 'docket' | 'deadline'>
  receipt: string
  origin: string
  /** Of the link that confirms who sent it. */
  secret: string
}

/** The letter that brings a receipt; confidential words are never put into a mailbox. */
export function receiptMail({ comment, request, receipt, origin, secret }: About): Message | undefined {
  const { email: to } = comment.particulars
  if (to === undefined) return undefined
  const locale = localeFor(comment.language)
  const t = words.in(locale)
  const { number, receivedAt } = comment
  const confidential = isConfidential(comment)
  const about = {
    number,
    title: request.title,
    docket: request.docket,
    received: inZone(receivedAt, request.deadline.zone, locale),
    url: `${origin}/comment-key`,
    confirm: `${origin}/sent/${secret}`,
    claim: `${origin}/comments/${number}/claim`,
  }
  return {
    to,
    subject: t('mailSubject', about),
    body: `${t(confidential ? 'mailBodyConfidential' : 'mailBody', about)}\n\n${t('mailConfirm', about)}`,
    ...(!confidential && {
      attachments: [{ name: `receipt-${number}.txt`, type: 'text/plain; charset=utf-8', text: receipt }],
    }),
  }
}
