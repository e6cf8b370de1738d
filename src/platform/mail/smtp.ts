import { createTransport } from 'nodemailer'
import type { Mail } from './store.ts'

/** Hands one letter to the mail server; throws when that does not take it. */
export interface Sender {
  send(mail: Mail): Promise<void>
  close(): void
}

export interface SmtpOptions {
  /** `smtp://name:password@host:587` or `smtps://…`. */
  url: string
  /** The address that letters come from. */
  from: string
}

const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }

export function smtpSender({ url, from }: SmtpOptions): Sender {
  const transport = createTransport({ url, ...PATIENCE, disableFileAccess: true, disableUrlAccess: true })
  const host = from.split('@').at(-1)?.replace(/>$/, '') ?? 'localhost'
  return {
    async send(mail) {
      await transport.sendMail({
        from,
        to: { name: '', address: mail.recipient },
        subject: mail.subject,
        text: mail.body,
        // The same on each attempt, so that a letter sent twice is shown once.
        messageId: `<${mail.id}@${host}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
        attachments: mail.attachments.map(({ name, type, text }) => ({
          filename: name,
          contentType: type,
          content: text,
        })),
      })
    },
    close: () => transport.close(),
  }
}
