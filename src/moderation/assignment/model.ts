import type { PersonId } from '../../participants/model.ts'
import type { Id } from '../../platform/id.ts'
import type { Ref } from '../../platform/ref.ts'
import type { Instant } from '../../platform/time.ts'

/** Somebody has something to moderate; it keeps nobody else from deciding about it. */
export interface Assignment {
  about: Ref
  process: Id<'process'>
  person: PersonId
  by: PersonId
  at: Instant
}

/** Who has a thing now: their name is nothing where they are gone. */
export interface AssignedTo {
  person: PersonId
  name: string | undefined
  at: Instant
}
