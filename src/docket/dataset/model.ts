import type { Instant } from '../../platform/time.ts'
import type { Process } from '../../processes/model.ts'
import type { RequestForComment } from '../../requests/model.ts'

/** What a dataset is about: one docket, or every docket of a process. */
export interface Scope {
  process: Process
  requests: readonly RequestForComment[]
  /** Every docket of the process, so that each row says which is its own. */
  whole: boolean
}

/** The name of its files: the docket's number, or the process's short name. */
export const nameOf = ({ process, requests: [first], whole }: Scope): string =>
  whole || !first ? process.slug : first.docket

/** Under what an archive is kept. */
export const aboutOf = ({ process, requests: [first], whole }: Scope) =>
  whole || !first ? process.id : first.id

/** The archive that was made at night. */
export interface MadeDataset {
  madeAt: Instant
  /** The place of the last entry of the record that is contained. */
  entriesTo: number
  sha256: string
  bytes: number
}
