import type { ParticipantsTables } from '../../participants/index.ts'
import type { MailTables } from '../../platform/mail/index.ts'
import type { Services } from '../../platform/services.ts'
import type { ProcessesTables } from '../../processes/index.ts'
import type { RequestsTables } from '../../requests/index.ts'
import type { PostingTables } from '../posting/decide-comment.ts'
import type { ClaimTables } from './tables.ts'

export interface ClaimsServices
  extends Services<
    ClaimTables & PostingTables & RequestsTables & ProcessesTables & ParticipantsTables & MailTables
  > {
  /** Where letters reach the office; none where no mail server is set. */
  contact: string | undefined
  /** No mail server is set: letters stay in the mailbox that an administrator reads. */
  mailbox: boolean
}
