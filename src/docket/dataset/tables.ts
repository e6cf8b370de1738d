import type { Instant } from '../../platform/time.ts'
import type { RequestId } from '../../requests/index.ts'

export interface DatasetsTables {
  'docket.dataset': {
    request_id: RequestId
    made_at: Instant
    entries_to: number
    sha256: string
    bytes: number
  }
}
