import { join } from 'node:path'
import type { Config } from '../platform/config.ts'
import { ledgerName } from './ledger-lines.ts'
import type { ErasingServices } from './services.ts'

/** Where an installation keeps the ledger and its copy. */
export const ledgersIn = ({
  dataFolder,
  keysFolder,
}: Pick<Config, 'dataFolder' | 'keysFolder'>): Pick<ErasingServices, 'ledger' | 'ledgerCopy'> => ({
  ledger: join(dataFolder, ledgerName),
  ledgerCopy: join(keysFolder, ledgerName),
})
