import type { ParticipantsTables } from '../../participants/index.ts'
import type { Services } from '../../platform/services.ts'
import type { TakingTables } from '../comments/take-comments.ts'
import type { ImportTables } from './tables.ts'

export type ImportServices = Services<TakingTables & ImportTables & ParticipantsTables>
