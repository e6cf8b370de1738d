import { parse } from 'csv-parse'
import type { Remark, Row, UnreadRow } from '../model.ts'
import { storable } from '../storable.ts'
import { say } from '../words.ts'
import { type BytesRead, type Line, MOST_MEGABYTES, MOST_OF_RECORD, readLines } from './read-lines.ts'

interface Reading {
  /** File lines that were not UTF-8. */
  guessed: number[]
  /** A quoted cell is open. */
  open: boolean
  /** The record that is being read: its first line, how that begins, and how large it is by now. */
  record: { line: number; lines: number; size: number; start: string }
  /** That record is larger than any may be; nothing behind its start was read. */
  stopped: boolean
}

const newReading = (): Reading => ({
  ...{ guessed: [], open: false, stopped: false },
  record: { line: 1, lines: 0, size: 0, start: '' },
})

/** A spreadsheet saved with semicolons or tabs says so in its first line. */
function delimiterOf(header: string): string {
  const count = (sign: string) => header.split(sign).length
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}

/** Whether a quoted cell is open at the end of this line; a quote opens only where a cell begins. */
function isOpenAfter(text: string, delimiter: string, open: boolean): boolean {
  let quoted = open
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
    if (!quoted) quoted = at === 0 || text[at - 1] === delimiter
    else if (text[at + 1] === '"') at += 1
    else quoted = false
  }
  return quoted
}

function noteLine(seen: Reading, { line, text, tooLarge }: Line): void {
  if (!seen.open) seen.record = { line, lines: 0, size: 0, start: text.trim().slice(0, 200) }
  seen.record.lines += 1
  seen.record.size += text.length
  seen.stopped = tooLarge || seen.record.size > MOST_OF_RECORD
}

/** Hands on the text, closing a quoted cell that the end of the file left open; stops in a record that is too large. */
async function* wholeCells(lines: AsyncIterable<Line>, delimiter: string, seen: Reading) {
  for await (const one of lines) {
    noteLine(seen, one)
    if (seen.stopped) break
    if (one.guessed) seen.guessed.push(one.line)
    seen.open = isOpenAfter(one.text, delimiter, seen.open)
    yield one.text
  }
  if (seen.open) yield '"\n'
}

/** What is to be said of the record in which the file ended, or the reading did; a cell cut in its line is kept. */
function endOf({ open, stopped, record: { line, lines, start } }: Reading): Remark | undefined {
  if (stopped) return say('csvStops', { line, start, megabytes: MOST_MEGABYTES })
  return open && lines > 1 ? say('neverClosed', { line, lines, start }) : undefined
}

async function firstLine(file: string): Promise<string> {
  for await (const { text } of readLines(file)) return text
  return ''
}

/** Columns without a name, or with a name that came before, are told apart by their place. */
function columnNames(header: readonly string[]): string[] {
  const seen = new Set<string>()
  return header.map((raw, at) => {
    const name = storable(raw.trim())
    const own = name === '' || seen.has(name) ? `${name} (column ${at + 1})`.trim() : name
    seen.add(own)
    return own
  })
}

function shapeWarning(cells: readonly string[], columns: readonly string[]): Remark[] {
  if (cells.length === columns.length) return []
  const counts = { cells: cells.length, columns: columns.length }
  return [say(cells.length > columns.length ? 'moreCells' : 'fewerCells', counts)]
}

function cellsByName(cells: readonly string[], columns: readonly string[]): Map<string, string> {
  return new Map(cells.map((cell, at) => [columns[at] ?? `(column ${at + 1})`, cell]))
}

interface Parsed {
  record: string[]
  info: { lines: number }
}

async function* parsedRecords(file: string, seen: Reading, read: BytesRead): AsyncGenerator<Parsed> {
  const delimiter = delimiterOf(await firstLine(file))
  const parser = parse({
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    info: true,
  })
  const feeding = (async () => {
    for await (const text of wholeCells(readLines(file, read), delimiter, seen)) {
      if (!parser.write(text)) await new Promise((go) => parser.once('drain', go).once('close', go))
      if (parser.destroyed) return
    }
    parser.end()
  })()
  feeding.catch((error: Error) => parser.destroy(error))
  for await (const record of parser) yield record as Parsed
  await feeding
}

async function* rowsIn(file: string, seen: Reading, read: BytesRead): AsyncGenerator<Row> {
  let columns: string[] | undefined
  let row = 0
  let startsAt = 1
  for await (const { record, info } of parsedRecords(file, seen, read)) {
    const guessed = seen.guessed.some((line) => line > startsAt && line <= info.lines)
    startsAt = info.lines
    if (!columns) {
      columns = columnNames(record)
      continue
    }
    row += 1
    const warnings = [...shapeWarning(record, columns), ...(guessed ? [say('guessed')] : [])]
    seen.guessed = seen.guessed.filter((line) => line > info.lines)
    yield { row, cells: cellsByName(record, columns), warnings }
  }
}

/** An open cell is closed for the last row, which holds it; a line that was too large never became a row. */
function lastRows(last: Row | undefined, seen: Reading): (Row | UnreadRow)[] {
  const before = last && !seen.open ? [last] : []
  const failed = endOf(seen)
  if (failed) return [...before, { row: last ? last.row + (seen.open ? 0 : 1) : 1, failed }]
  return last && seen.open ? [{ ...last, warnings: [...last.warnings, say('cutCell')] }] : before
}

/** The rows of a CSV file (RFC 4180, with comma, semicolon or tab), its first row naming the columns. */
export async function* readCsv(
  file: string,
  read: BytesRead = { bytes: 0 },
): AsyncGenerator<Row | UnreadRow> {
  const seen = newReading()
  let last: Row | undefined
  for await (const row of rowsIn(file, seen, read)) {
    if (last) yield last
    last = row
  }
  yield* lastRows(last, seen)
}
