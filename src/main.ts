import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadExample } from '../demo/load-example.ts'
import { type AppServices, type AppTables, buildApp } from './app.ts'
import { endpointOf } from './endpoint.ts'
import { ledgersIn, replayErasures } from './erasing/index.ts'
import type { Installation } from './installation.ts'
import { findInstallation, firstStartCode } from './participants/index.ts'
import { openFileStore, openScanner } from './platform/files/index.ts'
import { readAssets } from './platform/html/index.ts'
import { systemClock } from './platform/time.ts'
import { configOrExit, runProgram, tell } from './program.ts'
import { latestCheckpoint, openLog, parseWitnesses } from './record/index.ts'
import { serve } from './serve.ts'
import { filesPointedAt } from './tidy.ts'
import { startWorkBeside } from './work-beside.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const assetsFolder = join(root, 'dist', 'assets')

function witnessesOf(setting: string) {
  const witnesses = parseWitnesses(setting)
  if ('problem' in witnesses) throw new Error(witnesses.problem)
  return witnesses
}

async function servicesOf({ db, config, keys }: Installation<AppTables>): Promise<AppServices> {
  const plain = { db, clock: systemClock, origin: config.url }
  const scanner = config.scanner && openScanner(config.scanner)
  const files = await openFileStore(join(config.dataFolder, 'files'), scanner)
  return {
    ...plain,
    files,
    pointedAt: filesPointedAt(db),
    ...ledgersIn(config),
    log: await openLog(db, config.url, keys.logKey),
    witnesses: witnessesOf(config.witnesses),
    endpoint: endpointOf(config),
    programs: root,
    allowedOrigins: config.allowedOrigins,
    cookieSecret: keys.cookieSecret,
    logger: { level: 'warn' },
    trustProxy: config.trustProxy,
    mailbox: config.mail.smtpUrl === undefined,
    contact: config.mail.smtpUrl && config.mail.from,
    firstStartCode: firstStartCode(keys.cookieSecret),
    assets: await readAssets(assetsFolder),
    assetsFolder,
    latestCheckpoint: () => latestCheckpoint(db),
    loadExample: (actor) => loadExample({ ...plain, files }, actor),
  }
}

/** What whoever starts the installation should know besides its address. */
async function linesFor({ db, origin, mailbox, firstStartCode: code }: AppServices): Promise<string[]> {
  const founded = await findInstallation(db)
  return [
    ...(founded ? [] : [`Nobody administers it yet. Begin at ${origin}/first-start?code=${code}`]),
    ...(mailbox
      ? [`No mail server is set: outgoing mail waits at ${origin}/mailbox for an administrator.`]
      : []),
  ]
}

async function build(installation: Installation<AppTables>) {
  const services = await servicesOf(installation)
  await replayErasures(services)
  return { app: buildApp(services), lines: await linesFor(services) }
}

await runProgram(() => serve(configOrExit(), { build, startWork: startWorkBeside }, tell))
