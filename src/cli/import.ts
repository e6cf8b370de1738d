import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import {
  type Columns,
  type DocketRefusal,
  type Handling,
  type ImportCounts,
  type ImportRefusal,
  type ImportReport,
  type ImportTables,
  importFile,
  type KeptProblem,
  listProblems,
  parseMap,
  requestOfDocket,
  type TakingTables,
} from '../docket/index.ts'
import type { Installation } from '../installation.ts'
import { operator, type ParticipantsTables } from '../participants/index.ts'
import { type FileStore, openFileStore, openScanner } from '../platform/files/index.ts'
import { systemClock } from '../platform/time.ts'
import type { ProcessesTables } from '../processes/index.ts'
import {
  findRequest,
  publishBareRequest,
  type RequestForComment,
  type RequestsTables,
} from '../requests/index.ts'
import { refusalSentence } from './import-refusals.ts'
import type { Context, Verb } from './verb.ts'

type Tables = TakingTables & ImportTables & ParticipantsTables & RequestsTables & ProcessesTables

interface Asked {
  file: string
  docket: string | undefined
  told: Columns
  handling: Handling
  json: boolean
}

const usage =
  'FILE-or-FOLDER [--request DOCKET] [--map field=column,…] [--screen] [--without-names] [--json]: bring comments from CSV, JSON, JSON Lines, a ZIP, a folder of documents with a table, or answers of the regulations.gov API (whose docket makes the request where none is named).'
const mostShown = 20

function readArguments(args: readonly string[]): Asked | { problem: string } {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      request: { type: 'string' },
      map: { type: 'string', default: '' },
      screen: { type: 'boolean', default: false },
      'without-names': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  })
  const [file, ...more] = positionals
  if (!file) return { problem: 'Name the file or folder to import.' }
  if (more.length > 0) return { problem: 'Name one file or folder; several files go into one folder or ZIP.' }
  if (!existsSync(file)) return { problem: `There is no file ${file}.` }
  const told = parseMap(values.map)
  if ('unknownField' in told) return { problem: `--map knows no field “${told.unknownField}”.` }
  if ('incomplete' in told)
    return { problem: `--map needs field=column; “${told.incomplete}” names no column.` }
  const handling: Handling = {
    posting: values.screen ? 'after-moderation' : 'at-once',
    names: values['without-names'] ? 'left-out' : 'shown',
    exact: false,
  }
  return { file, docket: values.request, told, handling, json: values.json }
}

function askedOf(args: readonly string[]): Asked | { problem: string } {
  try {
    return readArguments(args)
  } catch (error) {
    return { problem: (error as Error).message }
  }
}

function listOf(context: Context, title: string, count: number, problems: readonly KeptProblem[]): void {
  if (count === 0) return
  context.out(`${title} (${count}):`)
  for (const { row, place, reason } of problems.slice(0, mostShown)) {
    const where = [...(row > 0 ? [`row ${row}`] : []), ...(place === undefined ? [] : [place])].join(', ')
    context.out(`  ${where}: ${reason}`)
  }
  if (problems.length > mostShown)
    context.out('  … the whole list comes with --json, or from the import’s page.')
}

/** One that came twice is told as one; what is 0 and rare is left out. */
function sumsOf(counts: ImportCounts): string {
  const { read, imported, skipped, notices, dockets, documents, failed, files, filesMissing } = counts
  const rare: [number, string][] = [
    [dockets, 'dockets'],
    [documents, 'documents'],
    [notices, 'notices'],
  ]
  const attachments: [number, string][] = [
    [files, 'attachments came along'],
    [filesMissing, 'attachments are not in the import'],
  ]
  const said = (sums: [number, string][]) =>
    sums.flatMap(([sum, what]) => (sum > 0 ? [`${sum} ${what}`] : []))
  const rows = [`${imported} imported`, `${skipped} already there`, ...said(rare), `${failed} not imported`]
  return [`${read} rows read: ${rows.join(', ')}.`, ...said(attachments).map((one) => `${one}.`)].join(' ')
}

async function tell(context: Context, db: Installation<Tables>['db'], report: ImportReport): Promise<void> {
  const problems = await listProblems(db, report.id, { most: 10_000 })
  const of = (outcome: KeptProblem['outcome']) => problems.filter((one) => one.outcome === outcome)
  context.out(sumsOf(report))
  if (report.broughtBefore)
    context.out(
      `This very file was brought into this request before, on ${report.broughtBefore.toISOString()}.`,
    )
  listOf(context, 'Imported with a warning', report.warned, of('warning'))
  listOf(context, 'Not imported', report.failed + report.strayFiles, of('failed'))
}

async function tellAsJson(
  context: Context,
  db: Installation<Tables>['db'],
  report: ImportReport,
): Promise<void> {
  const problems = await listProblems(db, report.id, { most: 1_000_000 })
  const plain = problems.map(({ row, place, outcome, reason }) => ({ row, place, outcome, reason }))
  context.out(JSON.stringify({ ...report, problems: plain }))
}

type Found = RequestForComment | ImportRefusal | DocketRefusal | { refused: 'no-request'; docket: string }

/** The request that was named, or that of the docket in the file: made where it is not here yet. */
async function requestFor(
  db: Installation<Tables>['db'],
  files: FileStore,
  { docket, file }: Asked,
): Promise<Found> {
  if (docket !== undefined) return (await findRequest(db, docket)) ?? { refused: 'no-request', docket }
  const now = systemClock.now()
  const bare = await requestOfDocket(file, files, now)
  if ('refused' in bare) return bare
  const here = await findRequest(db, bare.docket)
  if (here) return here
  await publishBareRequest(db, operator, bare, now)
  return (await findRequest(db, bare.docket)) ?? { refused: 'no-request', docket: bare.docket }
}

async function run(args: readonly string[], context: Context): Promise<number> {
  const asked = askedOf(args)
  if ('problem' in asked) {
    context.err(`${asked.problem}\nUsage: ./parley import ${usage}`)
    return 2
  }
  const { db, config } = await context.open<Tables>()
  const scanner = config.scanner && openScanner(config.scanner)
  const files = await openFileStore(join(config.dataFolder, 'files'), scanner)
  const found = await requestFor(db, files, asked)
  const result = 'refused' in found ? found : await bring({ ...asked, db, config, files }, found, context)
  if ('refused' in result) {
    context.err(refusalSentence(result))
    return 1
  }
  await (asked.json ? tellAsJson : tell)(context, db, result)
  return 0
}

function bring(
  {
    db,
    config,
    files,
    file,
    told,
    handling,
  }: Asked & Pick<Installation<Tables>, 'db' | 'config'> & { files: FileStore },
  { id, processId, docket, questions }: RequestForComment,
  context: Context,
): Promise<ImportReport | ImportRefusal> {
  const services = { db, files, clock: systemClock, origin: config.url }
  const progress = ({ read }: ImportCounts) => context.err(`${read} rows read …`)
  context.err(`Into ${config.url}/requests/${docket}`)
  return importFile(services, {
    file,
    told,
    handling,
    progress,
    request: { id, processId, docket, questions },
  })
}

export const importVerb: Verb = { name: 'import', usage, run }
