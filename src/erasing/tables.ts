import type { CampaignTables, CodingTables, MapTables, SummaryTables } from '../analysis/index.ts'
import type { DeliberationTables } from '../deliberation/index.ts'
import type { DocketTables } from '../docket/index.ts'
import type { ModerationTables } from '../moderation/index.ts'
import type { ParticipantsTables, PersonId } from '../participants/index.ts'
import type { MailTables } from '../platform/mail/index.ts'
import type { Instant } from '../platform/time.ts'
import type { RecordTables } from '../record/index.ts'
import type { TextsTables } from '../texts/index.ts'
import type { ErasedKind } from './model.ts'

/** Every table that something of a person stands in, and what was erased, by ids alone. */
export interface ErasingTables
  extends DocketTables,
    CodingTables,
    MapTables,
    SummaryTables,
    DeliberationTables,
    ParticipantsTables,
    TextsTables,
    RecordTables,
    ModerationTables,
    MailTables,
    CampaignTables {
  'erasing.erasure': {
    about_kind: ErasedKind
    about_id: string
    reason_code: string
    by: PersonId | null
    at: Instant
  }
}
