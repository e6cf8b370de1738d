import type { ModerationTables } from '../../moderation/index.ts'
import type { ParticipantsTables } from '../../participants/index.ts'
import type { MailTables } from '../../platform/mail/index.ts'
import type { Services } from '../../platform/services.ts'
import type { ProcessesTables } from '../../processes/index.ts'
import type { RecordTables } from '../../record/index.ts'
import type { RequestsTables } from '../../requests/index.ts'
import type { TextsTables } from '../../texts/index.ts'
import type { CommentTables } from '../comments/tables.ts'

export type SignatoriesServices = Services<
  CommentTables &
    TextsTables &
    RequestsTables &
    ProcessesTables &
    ParticipantsTables &
    ModerationTables &
    MailTables &
    RecordTables
>
