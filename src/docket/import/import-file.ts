import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { listStakeholderGroups } from '../../participants/index.ts'
import { append } from '../../record/index.ts'
import type { RequestForComment } from '../../requests/index.ts'
import type { Arrival } from '../comments/model.ts'
import { type Columns, columnsOf, type Field } from './columns.ts'
import { importBatch } from './import-batch.ts'
import { type KeyedRow, keyMaker } from './keyed-row.ts'
import { emptyReport, type ImportReport, type Row, type UnreadRow } from './model.ts'
import { unwrapOwn } from './own-export.ts'
import { readCsv } from './read-csv.ts'
import { readJsonl } from './read-jsonl.ts'
import type { ImportServices } from './services.ts'
import { understand } from './understand.ts'

export interface ImportOrder {
  file: string
  request: Arrival['request'] & Pick<RequestForComment, 'questions'>
  told: Columns
  progress?: (report: ImportReport) => void
}

export type ImportRefusal =
  | { refused: 'no-text-column'; columns: string[] }
  | { refused: 'no-such-column'; column: string }

const BATCH = 200

async function firstSign(file: string): Promise<string> {
  for await (const piece of createReadStream(file, { encoding: 'utf8', end: 4095 })) {
    return (piece as string)
      .replace(/^\ufeff/, '')
      .trimStart()
      .slice(0, 1)
  }
  return ''
}

async function rowsOf(file: string): Promise<AsyncGenerator<Row | UnreadRow>> {
  return (await firstSign(file)) === '{' ? readJsonl(file) : readCsv(file)
}

function columnProblem(names: readonly string[], told: Columns): ImportRefusal | undefined {
  const missing = [...told.values()].find((column) => !names.includes(column))
  if (missing !== undefined) return { refused: 'no-such-column', column: missing }
  const found = columnsOf(names, told)
  const enough = (['text', 'attachments'] as Field[]).some((field) => found.has(field))
  return enough ? undefined : { refused: 'no-text-column', columns: names.slice(0, 20) }
}

/**
 * Brings the rows of a file into the docket, a batch a transaction, in memory that does not grow with the file.
 * Each row is imported, skipped because it is there already, counted as a notice, or named under `failed`.
 */
export async function importFile(
  services: ImportServices,
  { file, request, told, progress }: ImportOrder,
): Promise<ImportReport | ImportRefusal> {
  const report = emptyReport()
  const groups = new Set((await listStakeholderGroups(services.db)).map(({ slug }) => slug))
  const keyed = keyMaker()
  const { questions: asked, ...into } = request
  const questions = new Map(asked.map(({ id, number }) => [number, id]))
  const source = basename(file)
  let batch: KeyedRow[] = []
  const flush = async () => {
    await importBatch(services, { request: into, questions, source, rows: batch }, report)
    batch = []
    progress?.(report)
  }
  for await (const row of await rowsOf(file)) {
    report.read += 1
    if ('failed' in row) {
      report.failed.push({ row: row.row, reason: row.failed })
      continue
    }
    const own = unwrapOwn(row)
    const names = [...own.cells.keys()]
    const problem = report.read === 1 ? columnProblem(names, told) : undefined
    if (problem) return problem
    batch.push(keyed(row.row, understand(own, columnsOf(names, told), groups)))
    if (batch.length === BATCH) await flush()
  }
  await flush()
  await services.db.transaction().execute((tx) => append(tx, finished(into, report, services)))
  return report
}

function finished(request: Arrival['request'], report: ImportReport, { clock }: ImportServices) {
  const { read, imported, skipped, notices, warnings, failed } = report
  return {
    kind: 'file-imported',
    about: { kind: 'request', id: request.id },
    process: request.processId,
    at: clock.now(),
    detail: { read, imported, skipped, notices, warnings: warnings.length, failed: failed.length },
  }
}
