import type { Db } from '../../platform/db/index.ts'
import type { ProcessesTables } from '../../processes/index.ts'
import type { RequestsTables } from '../../requests/index.ts'
import type { TextsTables } from '../../texts/index.ts'
import type { CommentTables } from '../comments/tables.ts'
import type { IssueTables } from './tables.ts'

export type IssuesDb<More = unknown> = Db<
  CommentTables & TextsTables & IssueTables & RequestsTables & ProcessesTables & More
>
