import type { Actor } from '../../participants/index.ts'
import type { Db, Tx } from '../../platform/db/index.ts'
import type { Instant } from '../../platform/time.ts'
import type { ProcessId } from '../../processes/index.ts'
import { appendAll, type Detail, type RecordTables } from '../../record/index.ts'
import { type Code, type CodeId, inUse } from './model.ts'
import { listCodes, lockCodebook } from './store.ts'
import type { CodebookTables } from './tables.ts'

export type CodebookDb = Db<CodebookTables & RecordTables>

export interface CodebookChange {
  actor: Actor
  process: ProcessId
  at: Instant
}

/** Why a change of a codebook was not made. */
export type CodebookRefusal =
  | 'gone'
  | 'name-taken'
  | 'parent-gone'
  | 'below-itself'
  | 'has-codes-below'
  | 'same-code'
  | 'too-many'
  | 'too-few'

export type Changed<Done = object> = Done | { refused: CodebookRefusal }

export interface OpenBook {
  tx: Tx<CodebookTables & RecordTables>
  /** Every code, and those that are in use. */
  codes: readonly Code[]
  used: readonly Code[]
  find(id: CodeId | undefined): Code | undefined
  /** Says on the record what happened to these codes. */
  tell(kind: string, codes: readonly CodeId[], detail?: Detail): Promise<void>
  /** The place after all others. */
  last: number
}

/** Opens a codebook for one change: nobody else changes it meanwhile. */
export async function changeCodebook<Done>(
  db: CodebookDb,
  { actor, process, at }: CodebookChange,
  change: (book: OpenBook) => Promise<Done>,
): Promise<Done> {
  return db.transaction().execute(async (tx) => {
    await lockCodebook(tx, process)
    const codes = await listCodes(tx, process)
    const used = inUse(codes)
    const last = codes.reduce((most, { position }) => Math.max(most, position + 1), 0)
    return change({
      ...{ tx, codes, used, last },
      find: (id) => used.find((code) => code.id === id),
      tell: (kind, about, detail) =>
        appendAll(
          tx,
          about.map((id) => ({
            ...{ kind, process, at, by: actor.person },
            about: { kind: 'code', id },
            ...(detail && { detail }),
          })),
        ),
    })
  })
}
