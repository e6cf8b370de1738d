/** Votes in the order they came, in columns; of two by one participant on one statement the later (by `at`, then by order) counts. */
export interface VoteLog {
  /** Ids as they stand in the files; leading zeros kept. */
  participants: readonly string[]
  statements: readonly string[]
  /** Per vote: index into participants, index into statements, 1 agree / -1 disagree / 0 pass, milliseconds since 1970. */
  participant: Int32Array
  statement: Int32Array
  value: Int8Array
  /** Left out where votes stand in the order of their time. */
  at?: Float64Array | undefined
}
