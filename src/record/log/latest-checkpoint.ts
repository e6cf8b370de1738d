import type { Db } from '../../platform/db/index.ts'
import type { Instant } from '../../platform/time.ts'
import { parseCheckpoint } from '../proof/checkpoint.ts'
import { listCheckpoints, listCosignatures, listTimedCheckpoints } from './store.ts'
import type { LogTables } from './tables.ts'

/** A signed head of the log, as pages show it. */
export interface ShownCheckpoint {
  size: number
  root: string
  at: Instant
  /** How many witnesses co-signed it; none means: not proven that everyone is shown the same log. */
  witnessed: number
  /** The signed text with all its signatures. */
  note: string
}

/** The newest first; the empty log, before its first leaf, is not shown. */
export async function latestCheckpoints(db: Db<LogTables>, limit: number): Promise<ShownCheckpoint[]> {
  const checkpoints = await listTimedCheckpoints(db, limit)
  const cosignatures = await listCosignatures(
    db,
    checkpoints.map(({ size }) => size),
  )
  return checkpoints.map(({ size, note, logged }) => {
    const lines = cosignatures.filter((one) => one.size === size).map(({ line }) => `${line}\n`)
    const root = parseCheckpoint(note)?.root.toString('base64') ?? ''
    return { size, root, at: logged, witnessed: lines.length, note: note + lines.join('') }
  })
}

export async function latestCheckpoint(db: Db<LogTables>): Promise<ShownCheckpoint | undefined> {
  return (await latestCheckpoints(db, 1))[0]
}

/** The newest signed head as it was signed, that of the empty log included. */
export async function latestHead(db: Db<LogTables>): Promise<{ size: number; note: string } | undefined> {
  return (await listCheckpoints(db, 1))[0]
}
