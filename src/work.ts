import { join } from 'node:path'
import {
  type CarryingTables,
  type FindingTables,
  keepAsking,
  keepCarrying,
  keepFindingCampaigns,
  keepMaps,
  keepSuggesting,
  keepTurns,
  type MapDatabase,
  type ProgramTables,
} from './analysis/index.ts'
import {
  keepOpening,
  keepOpinions,
  keepSealing,
  keepTakingIn,
  type TakingDatabase,
} from './deliberation/index.ts'
import {
  type DatasetTables,
  type ImportDatabase,
  keepImporting,
  keepMakingDatasets,
  keepTallyFolded,
} from './docket/index.ts'
import { endpointOf } from './endpoint.ts'
import { type ErasingTables, ledgersIn, replayErasures } from './erasing/index.ts'
import type { Installation } from './installation.ts'
import { keepMailingReceipts, type NoticesTables } from './notices/index.ts'
import { openFileStore, openScanner } from './platform/files/index.ts'
import type { Loop } from './platform/loop.ts'
import { keepDelivering, type MailTables, smtpSender } from './platform/mail/index.ts'
import { systemClock } from './platform/time.ts'
import type { ProcessesTables } from './processes/index.ts'
import {
  openLog,
  parseWitnesses,
  type RecordTables,
  type SigningKey,
  startSequencer,
  startWitnessing,
} from './record/index.ts'
import { filesPointedAt, keepTidy, type TidyTables } from './tidy.ts'

export type WorkTables = NoticesTables &
  MailTables &
  ErasingTables &
  RecordTables &
  TidyTables &
  CarryingTables &
  DatasetTables &
  ImportDatabase &
  FindingTables &
  ProgramTables &
  MapDatabase &
  TakingDatabase &
  ProcessesTables

/** Delivers mail where a mail server is named; elsewhere it waits in the mailbox for an administrator. */
function deliver({ db, config }: Installation<WorkTables>, log: (line: string) => void): Loop[] {
  const { from, smtpUrl } = config.mail
  if (!smtpUrl) return []
  return [keepDelivering({ db, clock: systemClock, sender: smtpSender({ url: smtpUrl, from }), log })]
}

function sequence(
  { db, config }: Installation<WorkTables>,
  key: SigningKey,
  log: (line: string) => void,
): Loop {
  return startSequencer({ db, key, clock: systemClock, folder: config.keysFolder, log })
}

/** Brings checkpoints to the witnesses that the settings name. */
function witness({ db, config }: Installation<WorkTables>, log: (line: string) => void): Loop[] {
  const witnesses = parseWitnesses(config.witnesses)
  if ('problem' in witnesses) throw new Error(witnesses.problem)
  return witnesses.length === 0 ? [] : [startWitnessing({ db, clock: systemClock, witnesses, log })]
}

/** Asks the language model that the settings name, for requests where somebody switched it on. */
function asking({ db, config }: Installation<WorkTables>, log: (line: string) => void): Loop[] {
  const endpoint = endpointOf(config)
  return endpoint ? [keepAsking({ db, clock: systemClock, endpoint, log })] : []
}

/** Starts all that runs beside the web process: sequencer, readers of the record, mail; several processes may do so, and share it. */
export async function startWork(
  installation: Installation<WorkTables>,
  log: (line: string) => void,
): Promise<Loop> {
  const { db, config, keys } = installation
  const key = await openLog(db, config.url, keys.logKey)
  const scanner = config.scanner && openScanner(config.scanner)
  const files = await openFileStore(join(config.dataFolder, 'files'), scanner)
  const erasing = { db, files, pointedAt: filesPointedAt(db), ...ledgersIn(config) }
  for (const problem of (await replayErasures(erasing)).problems) log(problem)
  const all = [
    sequence(installation, key, log),
    keepMailingReceipts({ db, clock: systemClock, origin: config.url, log: key }, log),
    keepTidy({ db, clock: systemClock, files }, log),
    keepTallyFolded(db, log),
    keepCarrying({ db, clock: systemClock }, log),
    keepMakingDatasets({ db, clock: systemClock, origin: config.url, log: key, files }, log),
    keepImporting({ db, clock: systemClock, origin: config.url, files }, log),
    keepFindingCampaigns({ db, clock: systemClock }, log),
    keepTurns(db, log),
    keepSuggesting({ db, clock: systemClock }, log),
    keepMaps({ db }, log),
    keepOpening({ db, clock: systemClock }, log),
    keepSealing({ db, clock: systemClock }, log),
    keepOpinions({ db, clock: systemClock }, log),
    keepTakingIn({ db, clock: systemClock, files }, log),
    ...asking(installation, log),
    ...deliver(installation, log),
    ...witness(installation, log),
  ]
  return {
    async stop() {
      await Promise.all(all.map((one) => one.stop()))
    },
  }
}
