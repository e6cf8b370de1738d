import type { Instant } from '../../../platform/time.ts'
import type { MapFilters } from '../model.ts'
import type { PositionMap } from '../read-map.ts'
import type { SeenMap } from '../seen.ts'

export interface MapProps extends SeenMap {
  map: PositionMap
  filters: MapFilters
  now: Instant
  mayPublish: boolean
  /** Other requests of the process whose maps the reader may see. */
  others: readonly { docket: string; title: string }[]
}
