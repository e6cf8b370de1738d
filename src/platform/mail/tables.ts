import type { ColumnType, Generated } from 'kysely'
import type { Instant } from '../time.ts'
import type { Attachment, MailId } from './message.ts'

export interface MailTables {
  'platform.mail': {
    id: MailId
    recipient: string
    subject: string
    body: string
    attachments: ColumnType<Attachment[], string, never>
    queued_at: Instant
    sent_at: Instant | null
    attempts: Generated<number>
    due_at: Instant | null
    problem: string | null
  }
}
