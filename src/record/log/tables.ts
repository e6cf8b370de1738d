import type { Generated, GeneratedAlways } from 'kysely'
import type { Instant } from '../../platform/time.ts'
import type { LeafId } from '../proof/leaf.ts'

export interface LogTables {
  'record.leaf': {
    id: LeafId
    written: GeneratedAlways<number>
    body: string
    index: Generated<number | null>
    logged: Generated<Instant | null>
  }
  'record.salt': { leaf_id: LeafId; labels: string[]; salts: (Buffer | null)[] }
  'record.tile': { level: number; n: number; hashes: Buffer }
  'record.checkpoint': { size: number; note: string }
  'record.cosignature': { size: number; witness: string; line: string; at: Instant }
}
