import type { JSONColumnType } from 'kysely'
import type { RequestId } from '../../requests/index.ts'
import type { CommentId } from '../comments/model.ts'

export interface ImportTables {
  'docket.imported_row': {
    request_id: RequestId
    key: string
    comment_id: CommentId | null
    source: string
    row_number: number
    kind: 'submission' | 'notice'
    original_group: string | null
    attachments: JSONColumnType<string[]>
    words_sha256: string
    rest: JSONColumnType<Record<string, string>>
  }
}
