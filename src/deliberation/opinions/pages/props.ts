import type { StakeholderGroup } from '../../../participants/index.ts'
import type { Instant } from '../../../platform/time.ts'
import type { Process } from '../../../processes/index.ts'
import type { Judged } from '../../defence/model.ts'
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
  /** What looks coordinated, and whether the map is shown without who is flagged. */
  findings: readonly Judged[]
  withoutThem: boolean
  /** The statement on which the map shows how each group voted. */
  chosen?: number | undefined
  /** Where this installation is reached. */
  origin: string
  now: Instant
}
