import type { ParticipantsTables } from '../../participants/index.ts'
import type { FileStore } from '../../platform/files/index.ts'
import type { Services } from '../../platform/services.ts'
import type { TakingTables } from '../comments/take-comments.ts'
import type { ImportTables } from './tables.ts'

export type ImportTx = TakingTables & ImportTables
export type ImportDatabase = ImportTx & ParticipantsTables

export interface ImportServices extends Services<ImportDatabase> {
  files: FileStore
}
