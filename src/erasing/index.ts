export { erasingPolicy } from './access.ts'
export { eraseFound } from './erase-found.ts'
export { type Found, findToErase, tollOf } from './find-to-erase.ts'
export {
  joinLedgers,
  type Ledger,
  type LedgerEntry,
  ledgerName,
  lineOf,
  parseLedger,
} from './ledger-lines.ts'
export { ledgersIn } from './ledgers-in.ts'
export type { Toll } from './model.ts'
export { listMissing, type Replayed, replayErasures } from './replay-erasures.ts'
export { erasingRoutes } from './routes.tsx'
export type { ErasingServices } from './services.ts'
export type { ErasingTables } from './tables.ts'
