import type { Row, UnreadRow } from '../model.ts'
import { isAnswer, rowsOfAnswer } from '../regulations-gov.ts'
import { say } from '../words.ts'
import { type BytesRead, readLines } from './read-lines.ts'

function cellText(value: unknown): string {
  if (typeof value === 'string') return value
  return value === null || value === undefined ? '' : JSON.stringify(value)
}

export function asRecord(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined
}

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Closes what a cut line left open, latest cut first, so that the fields before the cut can still be read. */
function mended(text: string): Record<string, unknown> | undefined {
  const withoutHalfEscape = text.replace(/\\(u[0-9a-f]{0,3})?$/i, '')
  for (const ending of ['"}', '}', '""}', ':""}', '":""}', ']}', '"]}', '"}]}', '}]}']) {
    const record = asRecord(parsed(withoutHalfEscape + ending))
    if (record) return record
  }
  return asRecord(parsed(`${withoutHalfEscape.replace(/,[^,]*$/, '')}}`))
}

/** A row without its number: whoever reads the file counts. */
export type Unnumbered = Omit<Row, 'row'> | Omit<UnreadRow, 'row'>

export function rowsOfRecord(record: Record<string, unknown>, warnings: readonly string[] = []) {
  if (isAnswer(record)) return rowsOfAnswer(record)
  const cells = new Map(Object.entries(record).map(([name, value]) => [name, cellText(value)]))
  return [{ cells, warnings }]
}

function rowsOfLine(line: string, guessed: boolean): Unnumbered[] {
  const whole = asRecord(parsed(line))
  const record = whole ?? mended(line)
  if (!record) return [{ failed: say('noObject', { start: line.slice(0, 200) }) }]
  return rowsOfRecord(record, [...(guessed ? [say('guessed')] : []), ...(whole ? [] : [say('cutLine')])])
}

/** The rows of a JSON Lines file: an object a line; empty lines are passed over. */
export async function* readJsonl(
  file: string,
  read: BytesRead = { bytes: 0 },
): AsyncGenerator<Row | UnreadRow> {
  let row = 0
  for await (const { text, guessed } of readLines(file, read)) {
    const line = text.trim()
    if (line === '') continue
    for (const one of rowsOfLine(line, guessed)) {
      row += 1
      yield { ...one, row }
    }
  }
}
