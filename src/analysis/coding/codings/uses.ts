import type { Tx } from '../../../platform/db/index.ts'
import type { Uses } from '../../codebook/services.ts'
import { countUses } from '../excerpts/store.ts'
import type { CodingDb } from '../services.ts'
import type { CodingTables } from '../tables.ts'
import { recount } from './recount.ts'
import { excerptsOf } from './store.ts'

/** What the codebook asks of those who code. */
export const usesOf = (db: CodingDb): Uses => ({
  countUses: (process) => countUses(db, process),
  recount: async (tx, codings) => {
    const coding = tx as unknown as Tx<CodingTables>
    await recount(coding, await excerptsOf(coding, codings))
  },
})
