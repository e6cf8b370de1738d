import type { ModerationTables } from '../../moderation/index.ts'
import type { RecordTables } from '../../record/index.ts'
import type { RequestsTables } from '../../requests/index.ts'
import type { TextsTables } from '../../texts/index.ts'
import type { CommentTables } from '../comments/tables.ts'

export type ExportTables = CommentTables & TextsTables & ModerationTables & RequestsTables & RecordTables
