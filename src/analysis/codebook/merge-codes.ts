import type { Tx } from '../../platform/db/index.ts'
import { type Changed, type CodebookChange, type CodebookDb, changeCodebook } from './change-codebook.ts'
import type { CodeId, CodingId } from './model.ts'
import { endCode, recode } from './store.ts'
import type { CodebookTables } from './tables.ts'

/** What counts may change with the codes: two coders who differed in these two now agree. */
export type Recount = (tx: Tx<CodebookTables>, codings: readonly CodingId[]) => Promise<void>

interface Merge {
  id: CodeId
  into: CodeId
  recount: Recount
}

/** Merges a code into another: whatever carried the first carries the second from now on. */
export async function mergeCodes(
  db: CodebookDb,
  change: CodebookChange,
  { id, into, recount }: Merge,
): Promise<Changed<{ recoded: number }>> {
  return changeCodebook(db, change, async ({ tx, used, find, tell }) => {
    if (!find(id) || !find(into)) return { refused: 'gone' }
    if (id === into) return { refused: 'same-code' }
    if (used.some(({ parent }) => parent === id)) return { refused: 'has-codes-below' }
    const recoded = await recode(tx, id, into)
    await recount(tx, recoded)
    await endCode(tx, id, { as: 'merged', at: change.at, into: [into] })
    await tell('code-merged', [id], { into, codings: recoded.length })
    return { recoded: recoded.length }
  })
}
