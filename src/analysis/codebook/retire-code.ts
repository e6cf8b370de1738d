import { type Changed, type CodebookChange, type CodebookDb, changeCodebook } from './change-codebook.ts'
import type { CodeId } from './model.ts'
import { endCode } from './store.ts'

/** Takes a code out of use; what carries it keeps it. */
export async function retireCode(db: CodebookDb, change: CodebookChange, id: CodeId): Promise<Changed> {
  return changeCodebook(db, change, async ({ tx, used, find, tell }) => {
    if (!find(id)) return { refused: 'gone' }
    if (used.some(({ parent }) => parent === id)) return { refused: 'has-codes-below' }
    await endCode(tx, id, { as: 'retired', at: change.at, into: [] })
    await tell('code-retired', [id])
    return {}
  })
}
