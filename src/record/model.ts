import type { Id } from '../platform/id.ts'
import type { Ref } from '../platform/ref.ts'
import type { Instant } from '../platform/time.ts'

export type EntryId = Id<'entry'>

/** What an entry may say beyond its kind: ids, numbers and the field's own words, never names or texts. */
export type Detail = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

/** One thing that happened. It holds ids, never names or texts: its sentence is rendered when it is read. */
export interface Entry {
  kind: string
  about: Ref
  process?: string | undefined
  by?: Id<'person'> | undefined
  /** Whom the person spoke for, and in what capacity, as it was at that moment. */
  organisation?: Id<'organisation'> | undefined
  capacity?: string | undefined
  at: Instant
  detail?: Detail | undefined
}

/** An entry as readers of the record meet it. */
export interface PlacedEntry extends Entry {
  id: EntryId
  /** Readers go on after the last position they read; positions have no gaps and appear in order. */
  position: number
  detail: Detail
}

/** The sentences of verify.mjs: a page says what the outsider's own program would say. */
export interface Findings {
  holds: readonly string[]
  notes: readonly string[]
  problems: readonly string[]
}
