import type { Id } from '../../platform/id.ts'

export interface SearchTables {
  /** Written by the database's own `docket.index_comments`, and by nothing else. */
  'docket.search_text': {
    comment_id: Id<'comment'>
    stretch: number
    request_id: Id<'request'>
    config: string
    words: string
  }
}
