import type { Instant } from '../../../platform/time.ts'
import type { Process } from '../../../processes/index.ts'
import type { CodebookProblems } from '../check-wording.ts'
import type { Code, CodeId } from '../model.ts'
import type { WordingsProps } from './wordings.tsx'

export interface CodePageProps extends WordingsProps {
  process: Process
  now: Instant
  code: Code
  codes: readonly Code[]
  uses: ReadonlyMap<CodeId, number>
  mayChange: boolean
  /** What was typed into the forms, by their fields. */
  typed: Readonly<Record<string, string | undefined>>
  problems: CodebookProblems | undefined
}
