import type { CodingTables } from '../../analysis/index.ts'
import type { CommentTables, PostedTables } from '../../docket/index.ts'
import type { ModerationTables } from '../../moderation/index.ts'
import type { Db, Tx } from '../../platform/db/index.ts'
import type { Services } from '../../platform/services.ts'
import type { TextsTables } from '../../texts/index.ts'
import type { DeliberationsDatabase } from '../deliberations/services.ts'
import type { StatementsTables } from './tables.ts'

export type StatementsDatabase = StatementsTables &
  DeliberationsDatabase &
  TextsTables &
  ModerationTables &
  PostedTables &
  CommentTables &
  CodingTables

export type StatementsDb = Db<StatementsDatabase>
export type StatementsTx = Tx<StatementsDatabase>
export type StatementsServices = Services<StatementsDatabase>
