import type { Db } from '../platform/db/index.ts'
import type { FileStore, PointedAt } from '../platform/files/index.ts'
import type { ErasingTables } from './tables.ts'

export interface ErasingServices {
  db: Db<ErasingTables>
  files: FileStore
  /** Which files something still needs: `filesPointedAt(db)` of `tidy.ts`. */
  pointedAt: PointedAt
  /** Where the ledger lies: `ledgerName` in the data folder. */
  ledger: string
  /** Where its second copy lies, beside the keys. */
  ledgerCopy: string
}
