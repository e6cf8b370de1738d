import type { ExcerptId, IssuePosition } from '../../coding/model.ts'
import type { Placed } from '../../map/excerpts/model.ts'

/** A passage of a comment, with what was noted of it. */
export interface Passage {
  id: ExcerptId
  language: string
  placed: Placed
  positions: readonly IssuePosition[]
}
