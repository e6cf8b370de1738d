import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import {
  type Columns,
  type ImportRefusal,
  type ImportReport,
  type ImportTables,
  importFile,
  parseMap,
  type TakingTables,
} from '../docket/index.ts'
import type { ParticipantsTables } from '../participants/index.ts'
import { systemClock } from '../platform/time.ts'
import type { ProcessesTables } from '../processes/index.ts'
import { findRequest, type RequestsTables } from '../requests/index.ts'
import type { Context, Verb } from './verb.ts'

type Tables = TakingTables & ImportTables & ParticipantsTables & RequestsTables & ProcessesTables

interface Asked {
  file: string
  docket: string
  told: Columns
  json: boolean
}

const usage =
  'FILE --request DOCKET [--map field=column,…] [--json]: bring comments from a CSV or JSON Lines file.'
const mostShown = 20

function readArguments(args: readonly string[]): Asked | { problem: string } {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      request: { type: 'string' },
      map: { type: 'string', default: '' },
      json: { type: 'boolean', default: false },
    },
  })
  const [file] = positionals
  if (!file) return { problem: 'Name the file to import.' }
  if (!existsSync(file)) return { problem: `There is no file ${file}.` }
  if (!values.request) return { problem: 'Say into which request: --request DOCKET.' }
  const told = parseMap(values.map)
  if ('unknownField' in told) return { problem: `--map knows no field “${told.unknownField}”.` }
  if ('incomplete' in told)
    return { problem: `--map needs field=column; “${told.incomplete}” names no column.` }
  return { file, docket: values.request, told, json: values.json }
}

function askedOf(args: readonly string[]): Asked | { problem: string } {
  try {
    return readArguments(args)
  } catch (error) {
    return { problem: (error as Error).message }
  }
}

function refusalSentence(refusal: ImportRefusal): string {
  return refusal.refused === 'no-such-column'
    ? `The file has no column “${refusal.column}”.`
    : `No column holds the text. Say which with --map text=COLUMN. Columns: ${refusal.columns.join(', ')}.`
}

function listProblems(context: Context, title: string, problems: ImportReport['failed']): void {
  if (problems.length === 0) return
  context.out(`${title} (${problems.length}):`)
  for (const { row, reason } of problems.slice(0, mostShown)) context.out(`  row ${row}: ${reason}`)
  if (problems.length > mostShown) context.out('  … the whole list comes with --json.')
}

function tell(context: Context, report: ImportReport): void {
  const { read, imported, skipped, notices, warnings, failed } = report
  context.out(
    `${read} rows read: ${imported} imported, ${skipped} already there, ${notices} notices, ${failed.length} not imported.`,
  )
  listProblems(context, 'Imported with a warning', warnings)
  listProblems(context, 'Not imported', failed)
}

async function run(args: readonly string[], context: Context): Promise<number> {
  const asked = askedOf(args)
  if ('problem' in asked) {
    context.err(`${asked.problem}\nUsage: ./parley import ${usage}`)
    return 2
  }
  const { db, config } = await context.open<Tables>()
  const request = await findRequest(db, asked.docket)
  if (!request) {
    context.err(
      `There is no request ${asked.docket}. Make one with ./parley request ${asked.docket} --title …`,
    )
    return 1
  }
  const services = { db, clock: systemClock, origin: config.url }
  const progress = ({ read }: ImportReport) => context.err(`${read} rows read …`)
  const { id, processId, docket, questions } = request
  const result = await importFile(services, {
    ...asked,
    request: { id, processId, docket, questions },
    progress,
  })
  if ('refused' in result) {
    context.err(refusalSentence(result))
    return 1
  }
  if (asked.json) context.out(JSON.stringify(result))
  else tell(context, result)
  return 0
}

export const importVerb: Verb = { name: 'import', usage, run }
