import type { Instant } from '../../../platform/time.ts'
import type { Process } from '../../../processes/index.ts'
import type { Deliberation } from '../../deliberations/model.ts'
import type { Judged } from '../model.ts'
import type { WordKey } from '../words.ts'

export const LONGEST_REASON = 1000

export interface DefencePageProps {
  deliberation: Deliberation
  process: Process
  /** Nothing before votes were first looked at. */
  examinedAt: Instant | undefined
  findings: readonly Judged[]
  /** The words of the statements that are posted, by their numbers. */
  texts: ReadonlyMap<number, string>
  mayJudge: boolean
  now: Instant
  problem?: { finding: string; key: WordKey; reason: string } | undefined
}
