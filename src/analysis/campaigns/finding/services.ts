import type { PostedTables } from '../../../docket/index.ts'
import type { Tx } from '../../../platform/db/index.ts'
import type { Services } from '../../../platform/services.ts'
import type { ProcessesTables } from '../../../processes/index.ts'
import type { RecordTables } from '../../../record/index.ts'
import type { RequestsTables } from '../../../requests/index.ts'
import type { CampaignTables } from '../tables.ts'

export type FindingTables = CampaignTables & PostedTables & RecordTables & RequestsTables & ProcessesTables

export type FindingServices = Omit<Services<FindingTables>, 'origin'>

export type Finding = Tx<FindingTables>
