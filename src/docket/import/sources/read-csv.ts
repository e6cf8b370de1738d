import { parse } from 'csv-parse'
import type { Row } from '../model.ts'
import { say } from '../words.ts'
import { type BytesRead, type Line, readLines } from './read-lines.ts'

interface Reading {
  /** File lines that were not UTF-8. */
  guessed: number[]
  cut: boolean
}

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

/** Hands on the text, closing a quoted cell that the end of the file left open. */
async function* wholeCells(lines: AsyncIterable<Line>, delimiter: string, seen: Reading) {
  for await (const { line, text, guessed } of lines) {
    if (guessed) seen.guessed.push(line)
    seen.cut = isOpenAfter(text, delimiter, seen.cut)
    yield text
  }
  if (seen.cut) yield '"\n'
}

async function firstLine(file: string): Promise<string> {
  for await (const { text } of readLines(file)) return text
  return ''
}

/** Columns without a name, or with a name that came before, are told apart by their place. */
function columnNames(header: readonly string[]): string[] {
  const seen = new Set<string>()
  return header.map((raw, at) => {
    const name = raw.trim()
    const own = name === '' || seen.has(name) ? `${name} (column ${at + 1})`.trim() : name
    seen.add(own)
    return own
  })
}

function shapeWarning(cells: readonly string[], columns: readonly string[]): string[] {
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
      if (!parser.write(text)) await new Promise((resolve) => parser.once('drain', resolve))
    }
    parser.end()
  })()
  feeding.catch((error: Error) => parser.destroy(error))
  for await (const record of parser) yield record as Parsed
  await feeding
}

/** The rows of a CSV file (RFC 4180, with comma, semicolon or tab), its first row naming the columns. */
export async function* readCsv(file: string, read: BytesRead = { bytes: 0 }): AsyncGenerator<Row> {
  const seen: Reading = { guessed: [], cut: false }
  let columns: string[] | undefined
  let row = 0
  let held: (Row & { endsAt: number }) | undefined
  let startsAt = 1
  for await (const { record, info } of parsedRecords(file, seen, read)) {
    if (!columns) {
      columns = columnNames(record)
      startsAt = info.lines
      continue
    }
    if (held) yield held
    row += 1
    const guessed = seen.guessed.some((line) => line > startsAt && line <= info.lines)
    const warnings = [...shapeWarning(record, columns), ...(guessed ? [say('guessed')] : [])]
    held = { row, cells: cellsByName(record, columns), warnings, endsAt: info.lines }
    seen.guessed = seen.guessed.filter((line) => line > info.lines)
    startsAt = info.lines
  }
  if (held) yield seen.cut ? { ...held, warnings: [...held.warnings, say('cutCell')] } : held
}
