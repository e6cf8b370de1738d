import type { Remark, Row, UnreadRow } from '../model.ts'
import { isAnswer, rowsOfAnswer } from '../regulations-gov.ts'
import { storable } from '../storable.ts'
import { say } from '../words.ts'
import { type BytesRead, type Line, MOST_MEGABYTES, readLines } from './read-lines.ts'

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

export function rowsOfRecord(record: Record<string, unknown>, warnings: readonly Remark[] = []) {
  if (isAnswer(record)) return rowsOfAnswer(record)
  const cells = new Map(Object.entries(record).map(([name, value]) => [storable(name), cellText(value)]))
  return [{ cells, warnings }]
}

function rowsOfLine({ text, guessed, tooLarge }: Line): Unnumbered[] {
  const line = text.trim()
  const start = line.slice(0, 200)
  if (tooLarge) return [{ failed: say('recordTooLarge', { megabytes: MOST_MEGABYTES, start }) }]
  const whole = asRecord(parsed(line))
  const record = whole ?? mended(line)
  if (!record) return [{ failed: say('noObject', { start }) }]
  return rowsOfRecord(record, [...(guessed ? [say('guessed')] : []), ...(whole ? [] : [say('cutLine')])])
}

/** The rows of a JSON Lines file: an object a line; empty lines are passed over. */
export async function* readJsonl(
  file: string,
  read: BytesRead = { bytes: 0 },
): AsyncGenerator<Row | UnreadRow> {
  let row = 0
  for await (const line of readLines(file, read)) {
    if (line.text.trim() === '') continue
    for (const one of rowsOfLine(line)) {
      row += 1
      yield { ...one, row }
    }
  }
}
