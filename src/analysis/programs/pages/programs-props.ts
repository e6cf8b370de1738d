import type { Instant } from '../../../platform/time.ts'
import type { Process } from '../../../processes/index.ts'
import type { RequestForComment } from '../../../requests/index.ts'
import type { Code } from '../../codebook/model.ts'
import type { Endpoint } from '../asking/endpoint.ts'
import type { Standing } from '../using/list-standings.ts'

export interface ProgramsProps {
  request: RequestForComment
  process: Process
  now: Instant
  standings: readonly Standing[]
  posted: number
  codes: readonly Code[]
  /** Where the language model is asked; nothing where the operator named none. */
  endpoint: Endpoint | undefined
  /** Those on the bench see how programs fare. */
  onBench: boolean
  maySwitch: boolean
  maySend: boolean
}
