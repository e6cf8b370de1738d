import type { VNode } from 'preact'
import type { Instant } from '../../../platform/time.ts'
import type { Issue } from '../../../processes/index.ts'
import type { Position } from '../../coding/model.ts'
import type { SaidExcerpt } from '../excerpts/model.ts'
import type { MapFilters } from '../model.ts'
import type { SeenMap } from '../seen.ts'

export interface CellProps extends SeenMap {
  now: Instant
  issue: Issue | undefined
  group: string | undefined
  position: Position | undefined
  filters: MapFilters
  groups: readonly { slug: string; name: string }[]
  excerpts: readonly SaidExcerpt[]
  /** Where the next page begins; whether this one is not the first. */
  next: string | undefined
  further: boolean
  /** What later steps show beside an excerpt. */
  beside(excerpt: string): readonly VNode[]
}
