import type { StakeholderGroup } from '../../../participants/index.ts'
import type { Instant } from '../../../platform/time.ts'
import type { Process } from '../../../processes/index.ts'
import type { Deliberation } from '../../deliberations/model.ts'
import type { OpinionVersion } from '../model.ts'

export interface OpinionsProps {
  deliberation: Deliberation
  process: Process
  /** Nothing until somebody votes. */
  map: OpinionVersion | undefined
  /** The words of the statements that are posted, by their numbers. */
  texts: ReadonlyMap<number, string>
  /** The stakeholder groups of the house. */
  known: readonly Pick<StakeholderGroup, 'slug' | 'name'>[]
  now: Instant
}
