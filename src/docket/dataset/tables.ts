import type { Instant } from '../../platform/time.ts'
import type { ProcessId } from '../../processes/index.ts'
import type { RequestId } from '../../requests/index.ts'

export interface DatasetsTables {
  'docket.dataset': {
    about_id: RequestId | ProcessId
    process_id: ProcessId
    made_at: Instant
    entries_to: number
    sha256: string
    bytes: number
  }
}
